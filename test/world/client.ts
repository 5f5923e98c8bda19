/** What GraphQL over HTTP answers. */
export type Answer<T> = { readonly data: T | null; readonly errors?: readonly AnswerError[] };
export type AnswerError = {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string; readonly field?: string | null; readonly faultId?: string };
};

/** One persona's browser, as far as HTTP goes: keeps its cookies and speaks one language. */
export class Client {
  readonly url: string;
  #cookies = new Map<string, string>();
  #language: string | null = null;

  constructor(url: string) {
    this.url = url;
  }

  /** The same persona reading another language. */
  speaking(language: string): Client {
    const client = new Client(this.url);
    client.#cookies = this.#cookies;
    client.#language = language;
    return client;
  }

  /** Any request with this persona's cookies. */
  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set("origin", this.url);
    if (this.#cookies.size > 0) headers.set("cookie", this.cookieHeader);
    if (this.#language) headers.set("accept-language", this.#language);
    const response = await fetch(new URL(path, this.url), { redirect: "manual", ...init, headers });
    for (const cookie of response.headers.getSetCookie()) this.#keep(cookie);
    return response;
  }

  get cookieHeader(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  /** The persona's cookies, for a real browser. */
  get cookies(): readonly { readonly name: string; readonly value: string }[] {
    return [...this.#cookies].map(([name, value]) => ({ name, value }));
  }

  /** With a cookie that somebody else made. */
  holding({ name, value }: { readonly name: string; readonly value: string }): this {
    this.#cookies.set(name, value);
    return this;
  }

  async signIn(email: string, password: string): Promise<Client> {
    const response = await this.post("/auth/sign-in/email", { email, password });
    if (!response.ok) throw new Error(`${email} was not signed in: ${response.status} ${await response.text()}`);
    return this;
  }

  post(path: string, body: object): Promise<Response> {
    return this.fetch(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
  }

  /** Asks GraphQL and gives the whole answer, errors included. */
  async ask<T = Record<string, unknown>>(query: string, variables: object = {}, path = "/graphql"): Promise<Answer<T>> {
    const response = await this.post(path, { query, variables });
    return (await response.json()) as Answer<T>;
  }

  /** Asks GraphQL for data; an error of any kind fails the test. */
  async data<T = Record<string, unknown>>(query: string, variables: object = {}, path = "/graphql"): Promise<T> {
    const answer = await this.ask<T>(query, variables, path);
    if (answer.errors || !answer.data) throw new Error(`GraphQL refused: ${JSON.stringify(answer.errors)}`);
    return answer.data;
  }

  /** The code of the first error or refusal of an operation with one root field, or null when it went through. */
  async refusal(query: string, variables: object = {}, path = "/graphql"): Promise<string | null> {
    const answer = await this.ask<Record<string, { readonly refusals?: readonly { readonly code: string }[] } | null>>(
      query,
      variables,
      path,
    );
    const [payload] = Object.values(answer.data ?? {});
    return answer.errors?.[0]?.extensions.code ?? payload?.refusals?.[0]?.code ?? null;
  }

  #keep(cookie: string): void {
    const [pair = ""] = cookie.split(";");
    const at = pair.indexOf("=");
    const name = pair.slice(0, at);
    if (/max-age=0/i.test(cookie)) this.#cookies.delete(name);
    else this.#cookies.set(name, pair.slice(at + 1));
  }
}

import { hashPassword } from "better-auth/crypto";
import pg from "pg";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase, type TestDatabase } from "../../../../test/world/database.ts";
import { createAuth } from "../auth.ts";

const ADDRESS = "https://isonga.example";
const PERSON = "01900000-0000-7000-8000-000000000001";

describe("the session's cookie", () => {
  let database: TestDatabase;
  let pool: pg.Pool;
  beforeAll(async () => {
    database = await freshDatabase();
    pool = new pg.Pool({ connectionString: database.appUrl, max: 2 });
    await pool.query(`insert into person (id, name, email) values ($1, 'Aline', 'aline@example.org')`, [PERSON]);
    await pool.query(
      `insert into auth_account (id, user_id, account_id, provider_id, password) values ($1, $1, $1::uuid::text, 'credential', $2)`,
      [PERSON, await hashPassword("a long enough password")],
    );
  });
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });

  const never = async (): Promise<never> => {
    throw new Error("not asked in this test");
  };
  const signIn = async (publicUrl: string, password = "a long enough password") => {
    const log = pino({ level: "silent" });
    const invitations = { find: never, accept: never };
    const auth = createAuth({
      pool,
      secret: "the secret of one test, long enough",
      publicUrl,
      log,
      sendReset: never,
      passwordChosen: never,
      invitations,
      emailChange: { request: never, confirm: never },
    });
    return auth.handler(
      new Request(`${publicUrl}/auth/sign-in/email`, {
        method: "POST",
        headers: { "content-type": "application/json", origin: publicUrl },
        body: JSON.stringify({ email: "aline@example.org", password }),
      }),
    );
  };

  it("is given to nobody with a wrong password", async () => {
    const response = await signIn(ADDRESS, "not the right one");
    expect([response.status, response.headers.getSetCookie()]).toEqual([401, []]);
  });

  it("goes over https only where the public address is https, and is never the page's to read", async () => {
    const [cookie = ""] = (await signIn(ADDRESS)).headers.getSetCookie();
    expect(cookie).toMatch(/^__Secure-isonga\.session_token=[^;]+;/);
    for (const attribute of [/; Secure/i, /; HttpOnly/i, /; SameSite=Lax/i, /; Path=\//i]) expect(cookie).toMatch(attribute);
    const [plain = ""] = (await signIn("http://localhost:4000")).headers.getSetCookie();
    expect(plain).toMatch(/^isonga\.session_token=/);
    expect(plain).not.toMatch(/; Secure/i);
  });
});

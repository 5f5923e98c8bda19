/**
 * Whether a page of this origin may send requests with a person's cookies: the public address alone. On a developer's machine, where the
 * public address is a loopback one, any loopback origin may.
 */
export function isTrustedOrigin(publicUrl: string, origin: string): boolean {
  if (origin === new URL(publicUrl).origin) return true;
  return isLoopback(publicUrl) && isLoopback(origin);
}

function isLoopback(url: string): boolean {
  return URL.canParse(url) && LOOPBACK.has(new URL(url).hostname);
}

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

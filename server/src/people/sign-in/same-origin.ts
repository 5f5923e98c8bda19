import type { RequestHandler } from "express";
import { isTrustedOrigin } from "./trusted-origins.ts";

/** Refuses what a browser sends from a page of another origin; requests without an origin come from no page. */
export function sameOrigin(publicUrl: string): RequestHandler {
  return (request, response, next) => {
    const { origin } = request.headers;
    if (origin === undefined || isTrustedOrigin(publicUrl, origin)) return next();
    response.status(403).json({ errors: [{ message: "FORBIDDEN", extensions: { code: "FORBIDDEN" } }] });
  };
}

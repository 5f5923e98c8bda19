import type { RequestHandler } from "express";

/** The header in which the auth library finds the client's address. */
export const CLIENT_ADDRESS = "x-isonga-client-address";

/** Puts the address that express trusts (see TRUST_PROXY) where the auth library looks, over whatever the client claimed. */
export const tellClientAddress: RequestHandler = (request, _response, next) => {
  request.headers[CLIENT_ADDRESS] = request.ip ?? "";
  next();
};

import { APIError } from "better-auth/api";
import { refusalsOf } from "../kernel/refusal.ts";

/** What an act of the domain gives; its refusal as an answer of the auth library's endpoints, which know no other. */
export async function refusedOr<T>(act: Promise<T>): Promise<T> {
  try {
    return await act;
  } catch (error) {
    const [refusal] = refusalsOf(error) ?? [];
    throw refusal ? new APIError("BAD_REQUEST", { code: refusal.code, message: refusal.code }) : error;
  }
}

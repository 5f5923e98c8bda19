import { Router } from "express";
import type { Pool } from "pg";

/**
 * `/health`: the process answers. `/ready`: it can serve, that is, the database answers too; 503 while it does not or while the
 * server is stopping.
 */
export function healthRoutes(pool: Pool, stopping: () => boolean): Router {
  const router = Router();
  router.get("/health", (_request, response) => void response.set("cache-control", "no-store").json({ status: "ok" }));
  router.get("/ready", async (_request, response) => {
    const ready = !stopping() && (await answers(pool));
    response
      .status(ready ? 200 : 503)
      .set("cache-control", "no-store")
      .json({ status: ready ? "ready" : "not ready" });
  });
  return router;
}

async function answers(pool: Pool): Promise<boolean> {
  try {
    await pool.query("select 1");
    return true;
  } catch {
    return false;
  }
}

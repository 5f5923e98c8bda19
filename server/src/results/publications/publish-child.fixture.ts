import "reflect-metadata";
import { v7 as uuidv7 } from "uuid";
import { openOrm } from "../../database/orm.ts";
import { entities } from "../../entities.ts";
import { OPERATOR } from "../../kernel/actor.ts";
import { createContext } from "../../kernel/context.ts";
import { createLog } from "../../log.ts";
import { publishNow } from "./publish-now.ts";

/** A process of its own that publishes a round, for a test that kills it on the way: `<database URL> <round>`. */
const [url = "", round = ""] = process.argv.slice(2);
const orm = await openOrm({ url, entities, pool: 2 });
const log = createLog({ level: "silent", format: "json" });
const em = orm.em.fork({ useContext: true });
await publishNow(createContext({ actor: OPERATOR, language: "en", requestId: uuidv7(), log, em, clock: () => new Date() }), {
  round,
  acceptProposals: true,
});
await orm.close(true);

import { emitSchemas } from "../src/schemas.ts";

await emitSchemas();

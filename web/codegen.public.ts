import type { CodegenConfig } from "@graphql-codegen/cli";
import app from "./codegen.ts";

/** Types for the operations that the public pages share with partners, from the partner schema. Committed as `src/public/gql/`. */
const config: CodegenConfig = {
  schema: "../schema/partner.graphql",
  documents: ["../schema/operations/*.graphql"],
  generates: {
    "./src/public/gql/": {
      preset: "client",
      presetConfig: { fragmentMasking: false },
      config: app.generates["./src/gql/"] && "config" in app.generates["./src/gql/"] ? app.generates["./src/gql/"].config : {},
    },
  },
};

// The tool reads a default export.
export default config;

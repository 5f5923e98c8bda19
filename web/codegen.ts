import type { CodegenConfig } from "@graphql-codegen/cli";

/**
 * Types for every document of the pages, from the committed schema: `pnpm --filter @isonga/web codegen`. The result, `src/gql/`, is
 * committed, so that a fresh clone compiles at once; a contract test runs this again and refuses a difference.
 */
const config: CodegenConfig = {
  schema: "../schema/app.graphql",
  documents: ["src/**/*.{ts,tsx}", "!src/gql/**", "!src/public/**"],
  ignoreNoDocuments: true,
  generates: {
    "./src/gql/": {
      preset: "client",
      presetConfig: { fragmentMasking: { unmaskFunctionName: "readFragment" }, persistedDocuments: true },
      config: {
        useTypeImports: true,
        immutableTypes: true,
        enumsAsTypes: true,
        avoidOptionals: { field: true, object: true },
        importExtension: ".ts",
        emitLegacyCommonJSImports: false,
        defaultScalarType: "unknown",
        scalars: {
          DateTime: "string",
          Decimal: "string",
          ID: "string",
          JSON: "unknown",
          LocalDate: "string",
          YearMonth: "string",
        },
      },
    },
  },
};

// The tool reads a default export.
export default config;

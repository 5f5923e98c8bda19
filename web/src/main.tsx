import "./ui/layers.css";
import "./ui/mantine.css";
import "./ui/tokens.css";
import "./ui/base.css";
import { MantineProvider } from "@mantine/core";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { RouterProvider } from "react-router/dom";
import { startWords } from "./lib/i18n/i18n.ts";
import { deviceLanguage, languageOfPath } from "./lib/i18n/language-choice.ts";
import { startRouter } from "./router/router.tsx";
import { cssVariablesResolver, theme } from "./ui/theme.ts";

await startWords(languageOfPath(location.pathname) ?? deviceLanguage());

const root = document.getElementById("app");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="auto">
        <RouterProvider router={startRouter()} />
      </MantineProvider>
    </StrictMode>,
  );
}

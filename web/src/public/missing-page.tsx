import type { ReactElement } from "react";
import { PageFrame } from "./page-frame.tsx";
import type { Words } from "./words.ts";

export type MissingPageProps = { readonly words: Words; readonly origin: string; readonly path: string };

/** What stands where nothing is. */
export function MissingPage({ words, origin, path }: MissingPageProps): ReactElement {
  const { t, language } = words;
  return (
    <PageFrame words={words} title={t("missing")} description={t("missingNext")} here={path} origin={origin}>
      <h1>{t("missing")}</h1>
      <p>{t("missingNext")}</p>
      <p>
        <a href={`/${language}`}>{t("home")}</a>
      </p>
    </PageFrame>
  );
}

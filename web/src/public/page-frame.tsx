import { LANGUAGE_NAMES, LANGUAGES } from "@isonga/schema/languages";
import type { ReactElement, ReactNode } from "react";
import tokens from "../ui/tokens.css?inline";
import frame from "./frame.css?inline";
import pages from "./pages.css?inline";
import results from "./results.css?inline";
import type { Words } from "./words.ts";

export type FrameProps = {
  readonly words: Words;
  readonly title: string;
  readonly description: string;
  /** Path below the language, e.g. `/rounds/x`, with its query: the same place in the other languages. */
  readonly here: string;
  readonly origin: string;
  /** Path below the language of the picture that this page is shared with. */
  readonly picture?: { readonly path: string; readonly width: number; readonly height: number } | null;
  readonly children: ReactNode;
};

/** A whole public page: plain HTML with its styles inside and no script at all. */
export function PageFrame({ words, title, description, here, origin, picture = null, children }: FrameProps): ReactElement {
  const { t, language } = words;
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <meta name="description" content={description} />
        <meta property="og:title" content={title} />
        <meta property="og:description" content={description} />
        <meta property="og:type" content="website" />
        {picture ? (
          <>
            <meta property="og:image" content={`${origin}/${language}${picture.path}`} />
            <meta property="og:image:type" content="image/png" />
            <meta property="og:image:width" content={String(picture.width)} />
            <meta property="og:image:height" content={String(picture.height)} />
            <meta property="og:image:alt" content={title} />
            <meta name="twitter:card" content="summary_large_image" />
          </>
        ) : null}
        <link rel="canonical" href={`${origin}/${language}${here}`} />
        {LANGUAGES.map((other) => (
          <link key={other} rel="alternate" hrefLang={other} href={`${origin}/${other}${here}`} />
        ))}
        <link rel="icon" type="image/svg+xml" href="/mark.svg" />
        <style>{tokens + frame + results + pages}</style>
      </head>
      <body>
        <a className="skip" href="#content">
          {t("skip")}
        </a>
        <header className="top">
          <a className="brand" href={`/${language}`}>
            <Mark />
            {t("product")}
          </a>
          <nav className="languages" aria-label={t("languages")}>
            {LANGUAGES.map((other) => (
              <a key={other} href={`/${other}${here}`} lang={other} hrefLang={other} aria-current={other === language ? "true" : undefined}>
                {LANGUAGE_NAMES[other]}
              </a>
            ))}
          </nav>
          <a className="sign-in" href={`/${language}/app`}>
            {t("signIn")}
          </a>
        </header>
        <main id="content">{children}</main>
        <footer className="foot">{t("footer")}</footer>
      </body>
    </html>
  );
}

function Mark(): ReactElement {
  return (
    <svg width="28" height="28" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="var(--accent)" />
      <path d="M6 24 16 7l10 17z" fill="none" stroke="#fff" strokeWidth="2.6" strokeLinejoin="round" />
      <circle cx="16" cy="18.5" r="2.6" fill="var(--gold)" />
    </svg>
  );
}

/** Says that figures are invented, wherever they are shown. */
export function Illustrative({ words }: { readonly words: Words }): ReactElement {
  return <p className="illustrative">{words.t("illustrative")}</p>;
}

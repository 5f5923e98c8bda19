import { Button } from "@mantine/core";
import { type ReactElement, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFileSize } from "../../../lib/evidence/use-file-size.ts";
import type { KnownEvidence } from "../../../lib/judging/known-card.ts";
import { isKept } from "../../../lib/judging/offline/kept-files.ts";
import { useOnline } from "../../../lib/online/online.ts";
import styles from "./entry-side.module.css";

/** What proves an entry, shown in the page as it is asked for. What the server gives can run nothing: its own policy takes every right away. */
export function EvidencePieces({ pieces }: { readonly pieces: readonly KnownEvidence[] }): ReactElement | null {
  const { t } = useTranslation("desk");
  if (pieces.length === 0) return null;
  return (
    <ul className={styles.pieces} aria-label={t("entry.evidence")}>
      {pieces.map((piece) => (
        <PieceItem key={piece.id} piece={piece} />
      ))}
    </ul>
  );
}

function PieceItem({ piece }: { readonly piece: KnownEvidence }): ReactElement {
  const { t } = useTranslation(["desk", "evidence"]);
  const size = useFileSize();
  const [shown, setShown] = useState<"no" | "yes" | "away">("no");
  const online = useOnline();
  const box = useId();
  const { url, name, kind } = piece;
  const toggle = async (): Promise<void> => {
    if (shown !== "no" || url === null) return setShown("no");
    setShown(online || (await isKept(url)) ? "yes" : "away");
  };
  const facts = `${t(`evidence:kind.${kind as "PDF"}`)}${piece.size === null ? "" : ` · ${size(piece.size)}`}`;
  return (
    <li className={styles.piece}>
      <div className={styles.pieceHead}>
        {IN_PAGE.has(kind) && url !== null ? (
          <Button variant="default" size="compact-md" aria-expanded={shown !== "no"} aria-controls={box} onClick={() => void toggle()}>
            {t(shown === "no" ? "entry.show" : "entry.hide", { name })}
          </Button>
        ) : (
          <Elsewhere piece={piece} />
        )}
        <span className={styles.facts}>{facts}</span>
      </div>
      <div id={box}>
        {shown === "away" ? <p className={styles.aside}>{t("entry.away")}</p> : null}
        {shown === "yes" && url !== null ? <PieceView kind={kind} url={url} name={name} /> : null}
      </div>
    </li>
  );
}

const IN_PAGE: ReadonlySet<string> = new Set(["PDF", "PICTURE", "VIDEO"]);

function Elsewhere({ piece }: { readonly piece: KnownEvidence }): ReactElement {
  const { t } = useTranslation("desk");
  const { url, name, kind } = piece;
  if (url === null)
    return (
      <span>
        {name} · {t("entry.scanning")}
      </span>
    );
  const isLink = kind === "LINK";
  return (
    <span>
      <a href={url} target="_blank" rel={isLink ? "noopener noreferrer nofollow" : "noopener"}>
        {name}
      </a>
      <span className={styles.aside}>{isLink ? t("entry.outside", { address: url }) : t("entry.download")}</span>
    </span>
  );
}

function PieceView({ kind, url, name }: { readonly kind: string; readonly url: string; readonly name: string }): ReactElement {
  const { t } = useTranslation("desk");
  if (kind === "PICTURE") return <img className={styles.picture} src={url} alt={name} />;
  // biome-ignore lint/a11y/useMediaCaption: films that people hand in have no captions to offer
  if (kind === "VIDEO") return <video className={styles.picture} src={url} controls preload="metadata" />;
  return (
    <>
      <iframe className={styles.page} src={url} title={name} referrerPolicy="no-referrer" />
      <a href={url} target="_blank" rel="noopener">
        {t("entry.openAlone")}
      </a>
    </>
  );
}

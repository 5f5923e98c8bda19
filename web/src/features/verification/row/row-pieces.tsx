import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Piece } from "../../../lib/evidence/evidence-documents.ts";
import { PieceLink } from "../../../lib/evidence/evidence-piece.tsx";
import { StateBadge } from "../../../ui/state-badge.tsx";
import type { VerificationRow } from "../verification-documents.ts";
import styles from "./row-pieces.module.css";

/** The evidence of a row: its pieces, and the one that is looked at. */
export function RowPieces({ row, pieces }: { readonly row: VerificationRow; readonly pieces: readonly Piece[] }): ReactElement {
  const { t } = useTranslation("verification");
  const [chosen, setChosen] = useState(pieces[0]?.id ?? "");
  const piece = pieces.find(({ id }) => id === chosen) ?? pieces[0];
  return (
    <div className={styles.pieces}>
      <h2 className={styles.piecesTitle}>{t("evidenceOf", { row: row.name })}</h2>
      {pieces.length === 0 ? <p className={styles.noProof}>{t("noEvidence")}</p> : null}
      {pieces.length > 1 ? (
        <fieldset className={styles.tabs} aria-label={t("pieces")}>
          {pieces.map(({ id, name }) => (
            <button key={id} type="button" aria-pressed={id === piece?.id} onClick={() => setChosen(id)}>
              {name}
            </button>
          ))}
        </fieldset>
      ) : null}
      {piece ? <PieceView key={piece.id} piece={piece} /> : null}
    </div>
  );
}

/**
 * One piece as it is. What the server gives of it can run nothing: it comes with a policy of its own that takes every right away. Links and
 * documents open elsewhere.
 */
function PieceView({ piece }: { readonly piece: Piece }): ReactElement {
  const { t } = useTranslation(["verification", "evidence"]);
  const { url, kind, name } = piece;
  return (
    <figure className={styles.piece}>
      <figcaption>
        <PieceLink piece={piece} /> · {t(`evidence:kind.${kind}`)}
        {piece.scan === "WAITING" ? <StateBadge kind="waiting" word={t("evidence:scan.waiting")} /> : null}
      </figcaption>
      {url !== null && kind === "PDF" ? <iframe className={styles.page} src={url} title={name} referrerPolicy="no-referrer" /> : null}
      {url !== null && kind === "PICTURE" ? <img className={styles.picture} src={url} alt={name} /> : null}
      {/* biome-ignore lint/a11y/useMediaCaption: films that people hand in have no captions to offer */}
      {url !== null && kind === "VIDEO" ? <video className={styles.picture} src={url} controls preload="metadata" /> : null}
      {kind === "LINK" ? <p className={styles.outside}>{t("outside", { address: url ?? "" })}</p> : null}
      {kind === "DOCUMENT" || kind === "SPREADSHEET" ? <p className={styles.outside}>{t("download")}</p> : null}
    </figure>
  );
}

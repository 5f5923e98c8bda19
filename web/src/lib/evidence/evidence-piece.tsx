import { Button } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { StateBadge } from "../../ui/state-badge.tsx";
import { useFormat } from "../../ui/use-format.ts";
import type { Piece } from "./evidence-documents.ts";
import styles from "./evidence-list.module.css";
import { RemoveDialog } from "./remove-dialog.tsx";
import { useFileSize } from "./use-file-size.ts";

/** One file or link: its name to open it, what it is, who added it and when. */
export function EvidencePiece(props: { readonly piece: Piece; readonly canRemove: boolean }): ReactElement {
  const { piece, canRemove } = props;
  const { t } = useTranslation("evidence");
  const [asking, setAsking] = useState(false);
  return (
    <li className={styles.piece} data-removed={piece.removedAt !== null}>
      <div className={styles.about}>
        <PieceLink piece={piece} />
        <PieceFacts piece={piece} />
        {piece.scan === "WAITING" ? <StateBadge kind="waiting" word={t("scan.waiting")} /> : null}
        {piece.scan === "INFECTED" ? <StateBadge kind="problem" word={t("scan.infected")} /> : null}
      </div>
      {canRemove ? (
        <Button variant="subtle" size="compact-sm" onClick={() => setAsking(true)} aria-label={t("removeOne", { name: piece.name })}>
          {t("remove")}
        </Button>
      ) : null}
      {canRemove ? <RemoveDialog piece={piece} opened={asking} onClose={() => setAsking(false)} /> : null}
    </li>
  );
}

/** The name, leading to the content where one may open it. Links lead elsewhere and tell nothing of where one comes from. */
export function PieceLink({ piece }: { readonly piece: Piece }): ReactElement {
  if (piece.url === null) return <span className={styles.name}>{piece.name}</span>;
  const rel = piece.kind === "LINK" ? "noopener noreferrer nofollow" : "noopener";
  return (
    <a className={styles.name} href={piece.url} target="_blank" rel={rel}>
      {piece.name}
    </a>
  );
}

function PieceFacts({ piece }: { readonly piece: Piece }): ReactElement {
  const { t } = useTranslation("evidence");
  const format = useFormat();
  const size = useFileSize();
  const at = format.dateTime(piece.addedAt, { short: true });
  const removedAt = piece.removedAt ? format.dateTime(piece.removedAt, { short: true }) : "";
  return (
    <span className={styles.facts}>
      {t(`kind.${piece.kind}`)}
      {piece.size === null ? "" : ` · ${size(piece.size)}`}
      {" · "}
      {piece.addedBy === null ? at : t("addedBy", { name: piece.addedBy, at })}
      {piece.removedAt === null ? null : (
        <span className={styles.reason}>
          {piece.removedBy === null ? t("removedAt", { at: removedAt }) : t("removedBy", { name: piece.removedBy, at: removedAt })}
          {piece.removedReason === null ? null : ` · ${piece.removedReason}`}
        </span>
      )}
    </span>
  );
}

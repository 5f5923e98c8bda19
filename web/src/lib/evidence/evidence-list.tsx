import { useQuery } from "@apollo/client/react";
import { type ReactElement, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { readFragment } from "../../gql/fragment-masking.ts";
import { FileDrop } from "../../ui/file-drop.tsx";
import { Notice } from "../../ui/notice.tsx";
import { useOnline } from "../online/online.ts";
import { failureOf } from "../refusals/failure.ts";
import { QueryError } from "../refusals/query-error.tsx";
import { EVIDENCE, EVIDENCE_PIECE, EVIDENCE_SHELF, type Piece } from "./evidence-documents.ts";
import styles from "./evidence-list.module.css";
import { EvidencePiece } from "./evidence-piece.tsx";
import { DEFAULT_KINDS, endingsOf, LARGEST_FILE } from "./file-kinds.ts";
import { LinkForm } from "./link-form.tsx";
import { RunningUploads } from "./running-uploads.tsx";
import { type UploadPlace, uploads } from "./uploads.ts";
import { useUploads } from "./use-uploads.ts";

/**
 * The files and links of a row or a field of an entry: to open, and while one may, to add and to remove. Files are sent in pieces and go on
 * after a broken line or a reload; chosen without a network they wait on this device. Load the phrases "evidence" with the page.
 */
export function EvidenceList(props: {
  readonly entryId: string;
  readonly indicator?: string;
  readonly field?: string;
  readonly readOnly?: boolean;
  /** Called with how many pieces there are whenever that changes, so that a page which counts them can ask again. */
  readonly onCount?: (count: number) => void;
}): ReactElement {
  const { entryId, indicator, field, onCount } = props;
  const { t } = useTranslation("evidence");
  const online = useOnline();
  const { data, error, loading, refetch } = useQuery(EVIDENCE, { variables: { entryId }, fetchPolicy: "cache-and-network" });
  const shelf = readFragment(EVIDENCE_SHELF, data?.evidence);
  const place = placeOf(props);
  const running = useUploads(place);
  const here = (pieces: readonly Piece[]): readonly Piece[] =>
    pieces.filter((piece) => (indicator ? piece.indicator === indicator : piece.field === field));
  const items = here(readFragment(EVIDENCE_PIECE, shelf?.items ?? []));
  const removed = here(readFragment(EVIDENCE_PIECE, shelf?.removed ?? []));
  useCount(shelf ? items.length : null, onCount);
  const offline = !online || (error && failureOf(error).kind === "network");
  if (error && !shelf && !offline) return <QueryError error={error} retry={() => void refetch()} />;
  const canChange = props.readOnly !== true && (shelf?.viewerCan.change ?? Boolean(offline));
  const kinds = shelf?.kinds ?? DEFAULT_KINDS;
  return (
    <div className={styles.list} aria-busy={loading && !shelf && !offline}>
      {items.length === 0 && running.length === 0 && shelf ? <p className={styles.none}>{t("none")}</p> : null}
      <ul className={styles.pieces} aria-label={t("title")}>
        {items.map((piece) => (
          <EvidencePiece key={piece.id} piece={piece} canRemove={canChange} />
        ))}
      </ul>
      <RunningUploads running={running} />
      {offline && canChange ? <Notice kind="waiting" title={t("offline")} /> : null}
      {canChange ? (
        <>
          <FileDrop
            label={t("add")}
            endings={endingsOf(kinds)}
            maxBytes={shelf?.largestFile ?? LARGEST_FILE}
            onFile={(file) => void uploads.add(file, place)}
            compact
          />
          {kinds.includes("LINK") && !offline ? <LinkForm place={place} /> : null}
        </>
      ) : null}
      <Removed pieces={removed} />
    </div>
  );
}

function placeOf({ entryId, indicator, field }: UploadPlace): UploadPlace {
  return { entryId, ...(indicator ? { indicator } : {}), ...(field ? { field } : {}) };
}

function useCount(count: number | null, onCount: ((count: number) => void) | undefined): void {
  const last = useRef(count);
  useEffect(() => {
    const before = last.current;
    last.current = count;
    if (count !== null && before !== null && before !== count) onCount?.(count);
  }, [count, onCount]);
}

/** What was removed, folded away. */
function Removed({ pieces }: { readonly pieces: readonly Piece[] }): ReactElement | null {
  const { t } = useTranslation("evidence");
  if (pieces.length === 0) return null;
  return (
    <details className={styles.removed}>
      <summary>{t("removed", { count: pieces.length })}</summary>
      <ul className={styles.pieces}>
        {pieces.map((piece) => (
          <EvidencePiece key={piece.id} piece={piece} canRemove={false} />
        ))}
      </ul>
    </details>
  );
}

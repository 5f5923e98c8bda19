import { useQuery } from "@apollo/client/react";
import { Button, NumberInput, Select } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import type { AssignmentOptionsInput } from "../../../gql/graphql.ts";
import { QueryError } from "../../../lib/refusals/query-error.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { SkeletonLines } from "../../../ui/page.tsx";
import styles from "../assignment.module.css";
import { AssignmentPreviewDocument } from "../assignment.query.ts";
import { type AssignmentContext, useSetSearch } from "../use-assignment.ts";
import { PreviewResult } from "./preview-result.tsx";

const KEPT = ["ALL", "SIGNED"] as const;

/** A new assignment: its options, what it would be with every reason and every lack, and the one act that makes it as it was seen. */
export function PreviewTab(context: AssignmentContext): ReactElement {
  const { t } = useTranslation("assignment");
  const [done, setDone] = useState<{ readonly assigned: number; readonly ended: number } | null>(null);
  const options = useOptions();
  const { data, error, loading, refetch } = useQuery(AssignmentPreviewDocument, {
    variables: { stageId: context.stage.id, options: options ?? { keep: "ALL" } },
    skip: options === null,
    fetchPolicy: "network-only",
  });
  const applied = async (assigned: number, ended: number): Promise<void> => {
    setDone({ assigned, ended });
    await Promise.all([context.refetch(), refetch()]);
  };
  if (context.entries.length === 0) return <EmptyState what={t("empty.entries")} />;
  if (context.judges.length === 0) return <EmptyState what={t("empty.judges")} />;
  return (
    <>
      {done ? (
        <Notice kind="saved" title={t("applied.title", { count: done.assigned })} takesFocus>
          <p className={styles.words}>{t("applied.ended", { count: done.ended })}</p>
        </Notice>
      ) : null}
      <Options key={JSON.stringify(options)} context={context} options={options} onAsk={() => setDone(null)} again={() => void refetch()} />
      {options !== null && loading ? <SkeletonLines /> : null}
      {error ? <QueryError error={error} retry={() => void refetch()} /> : null}
      {data && options !== null && !loading && !error ? (
        <PreviewResult
          context={context}
          preview={data.assignmentPreview}
          options={options}
          onApplied={(assigned, ended) => void applied(assigned, ended)}
          onAgain={() => void refetch()}
        />
      ) : null}
    </>
  );
}

/** The options that stand in the address; null before a preview was asked for. */
function useOptions(): AssignmentOptionsInput | null {
  const [search] = useSearchParams();
  const keep = KEPT.find((one) => one === search.get("keep"));
  if (!keep) return null;
  return { keep, judgesPerEntry: whole(search.get("per")), capacity: whole(search.get("most")) };
}

function whole(text: string | null): number | null {
  return text !== null && /^\d{1,5}$/.test(text) ? Number(text) : null;
}

type OptionsProps = {
  readonly context: AssignmentContext;
  readonly options: AssignmentOptionsInput | null;
  readonly onAsk: () => void;
  readonly again: () => void;
};

function Options({ context, options, onAsk, again }: OptionsProps): ReactElement {
  const { t } = useTranslation("assignment");
  const setSearch = useSetSearch();
  const [per, setPer] = useState<string | number>(options?.judgesPerEntry ?? context.stage.judgesPerEntry);
  const [most, setMost] = useState<string | number>(options?.capacity ?? "");
  const [keep, setKeep] = useState<string>(options?.keep ?? "ALL");
  const ask = (event: FormEvent): void => {
    event.preventDefault();
    onAsk();
    const isSame = options !== null && options.keep === keep && (options.judgesPerEntry ?? "") === per && (options.capacity ?? "") === most;
    if (isSame) again();
    else setSearch({ keep, per: String(per), most: String(most) });
  };
  return (
    <form className={styles.options} noValidate onSubmit={ask}>
      <NumberInput id="judgesPerEntry" label={t("options.per")} min={1} max={99} allowDecimal={false} value={per} onChange={setPer} />
      <NumberInput
        id="capacity"
        label={t("options.most")}
        description={t("options.mostHint")}
        min={1}
        max={9999}
        allowDecimal={false}
        value={most}
        onChange={setMost}
      />
      <Select
        id="keep"
        label={t("options.keep")}
        allowDeselect={false}
        value={keep}
        data={KEPT.map((one) => ({ value: one, label: t(`keep.${one}`) }))}
        onChange={(value) => setKeep(value ?? "ALL")}
      />
      <Button type="submit">{t("options.preview")}</Button>
    </form>
  );
}

import { useQuery } from "@apollo/client/react";
import type { LocalizedText } from "@isonga/schema/languages";
import { LIMITS } from "@isonga/schema/limits";
import { NumberInput, Select } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import type { DecisionKind } from "../../gql/graphql.ts";
import { useAct } from "../../lib/apollo/use-act.ts";
import { GrowingText } from "../../ui/growing-text.tsx";
import { LocalizedTextInput } from "../../ui/localized-text-input.tsx";
import { useNavigateOnce } from "../../ui/use-navigate-once.ts";
import { DecisionDialog } from "./decision-dialog.tsx";
import { CandidatesDocument, StageDocument } from "./decisions.query.ts";
import { fullName, useTrayContext } from "./use-tray.ts";

/** Stages a winner, an ineligibility, a remark or the order of a tie; the address says which. */
export function Component(): ReactElement {
  const { t } = useTranslation("decisions");
  const { tray, refetch } = useTrayContext();
  const [search] = useSearchParams();
  const navigate = useNavigateOnce();
  const { act, busy, failure } = useAct(StageDocument);
  const kind = kindOf(search.get("kind"));
  const [level, setLevel] = useState(search.get("level"));
  const [subjectId, setSubject] = useState<string | null>(search.get("subject"));
  const [place, setPlace] = useState<string | number>(search.get("place") ?? "");
  const [reason, setReason] = useState(() => reasonOf(tray, search.get("decision")));
  const [note, setNote] = useState<LocalizedText>({});
  const close = () => navigate("..", { preventScrollReset: true });

  const stage = async (): Promise<void> => {
    const staged = { decisionId: search.get("decision"), version: search.has("version") ? Number(search.get("version")) : null };
    const placed = isPlaced(kind) ? Number(place) || null : null;
    const prize = { prize: search.get("prize"), withinId: search.get("within") };
    const said = { reason: kind === "NOTE" ? null : reason, note: kind === "NOTE" ? { en: null, rw: null, id: null, ...note } : null };
    const input = { roundId: tray.roundId, kind, subjectId: subjectId ?? "", place: placed, ...prize, ...said, ...staged };
    if ((await act({ input })) === null) return;
    await refetch();
    close();
  };

  return (
    <DecisionDialog
      title={t(`stage.${kind}`)}
      act={t("stage.do")}
      busy={busy}
      failure={failure}
      onSubmit={() => void stage()}
      onClose={close}
    >
      <Candidates level={level} onLevel={isPlaced(kind) ? null : setLevel} subjectId={subjectId} onSubject={setSubject} />
      {isPlaced(kind) ? (
        <NumberInput
          id="place"
          label={t("stage.place")}
          value={place}
          min={1}
          allowDecimal={false}
          allowNegative={false}
          onChange={setPlace}
        />
      ) : null}
      {kind === "NOTE" ? (
        <LocalizedTextInput id="note" label={t("stage.note")} value={note} onChange={setNote} multiline maxLength={LIMITS.reasonLength} />
      ) : (
        <GrowingText
          id="reason"
          label={t("stage.reason")}
          description={kind === "PRIZE" ? t("stage.reasonPrize") : t("stage.reasonShown")}
          minRows={2}
          maxLength={LIMITS.reasonLength}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
    </DecisionDialog>
  );
}

type CandidatesProps = {
  readonly level: string | null;
  /** Null where the level is given. */
  readonly onLevel: ((level: string | null) => void) | null;
  readonly subjectId: string | null;
  readonly onSubject: (id: string | null) => void;
};

function Candidates({ level, onLevel, subjectId, onSubject }: CandidatesProps): ReactElement {
  const { t } = useTranslation("decisions");
  const { tray } = useTrayContext();
  const [search] = useSearchParams();
  const { data } = useQuery(CandidatesDocument, { variables: { round: tray.roundId, level } });
  const within = search.get("within");
  const among = search.get("among")?.split(",");
  const rows = (data?.standing.rows ?? []).filter(
    ({ area }) => (within === null || area.ancestors.some(({ id }) => id === within)) && (among === undefined || among.includes(area.id)),
  );
  const options = rows.map(({ area, rank, score }) => ({
    value: area.id,
    label: t("stage.option", { rank, name: fullName(area), score }),
  }));
  return (
    <>
      {onLevel === null ? null : (
        <Select
          id="level"
          label={t("stage.level")}
          value={level ?? data?.standing.level ?? null}
          data={(data?.standing.levels ?? []).map(({ code, name }) => ({ value: code, label: name }))}
          allowDeselect={false}
          onChange={onLevel}
        />
      )}
      <Select
        id="subjectId"
        label={t("stage.area")}
        value={subjectId}
        data={options}
        searchable
        limit={50}
        allowDeselect={false}
        onChange={onSubject}
      />
    </>
  );
}

function kindOf(text: string | null): DecisionKind {
  return text === "INELIGIBLE" || text === "NOTE" || text === "TIE" || text === "WITHHELD" ? text : "PRIZE";
}

function isPlaced(kind: DecisionKind): boolean {
  return kind === "PRIZE" || kind === "TIE" || kind === "WITHHELD";
}

function reasonOf(tray: ReturnType<typeof useTrayContext>["tray"], decision: string | null): string {
  const found = tray.prizes.flatMap(({ winners }) => winners).find((winner) => winner.decision.id === decision);
  return found?.decision.reason ?? "";
}

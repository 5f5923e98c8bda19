import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { useAct } from "../../lib/apollo/use-act.ts";
import { GrowingText } from "../../ui/growing-text.tsx";
import { useNavigateOnce } from "../../ui/use-navigate-once.ts";
import { DecisionDialog } from "./decision-dialog.tsx";
import { OfficialsDocument } from "./decisions.query.ts";
import { useTrayContext } from "./use-tray.ts";

/** The officials recognised with one winner: for each role, one name a line. */
export function Component(): ReactElement {
  const { t } = useTranslation("decisions");
  const { tray, refetch } = useTrayContext();
  const { subject = "" } = useParams();
  const navigate = useNavigateOnce();
  const { act, busy, failure } = useAct(OfficialsDocument);
  const [present] = useState(() => tray.recognitions.filter(({ subjectId }) => subjectId === subject));
  const [names, setNames] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(tray.roles.map(({ code }) => [code, linesOf(present, code)])),
  );
  const area = tray.prizes.flatMap(({ winners }) => winners).find(({ decision }) => decision.area.id === subject)?.decision.area;
  const close = () => navigate("..", { preventScrollReset: true });

  const save = async (): Promise<void> => {
    const recognitions = tray.roles.flatMap(({ code: role }) =>
      (names[role] ?? "")
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== "")
        .map((personName) => ({ role, personName })),
    );
    const known = present.map(({ id }) => id);
    if ((await act({ input: { roundId: tray.roundId, subjectId: subject, known, recognitions } })) === null) return;
    await refetch();
    close();
  };

  return (
    <DecisionDialog
      title={t("officials.dialog", { name: area?.name ?? "" })}
      act={t("officials.save")}
      busy={busy}
      failure={failure}
      onSubmit={() => void save()}
      onClose={close}
    >
      <p>{t("officials.hint")}</p>
      {tray.roles.map(({ code, name }) => (
        <GrowingText
          key={code}
          label={name}
          minRows={1}
          autoComplete="off"
          value={names[code] ?? ""}
          onChange={(event) => {
            const { value } = event.currentTarget;
            setNames((before) => ({ ...before, [code]: value }));
          }}
        />
      ))}
    </DecisionDialog>
  );
}

function linesOf(present: readonly { readonly role: string; readonly personName: string }[], code: string): string {
  return present
    .filter(({ role }) => role === code)
    .map(({ personName }) => personName)
    .join("\n");
}

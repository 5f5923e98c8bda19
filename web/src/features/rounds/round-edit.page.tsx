import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { Section } from "../../ui/page.tsx";
import { DetailsForm } from "./details-form.tsx";
import { RoundFrame } from "./round-frame.tsx";
import { CreditDowntime } from "./stages/credit-downtime.tsx";
import { StagesForm } from "./stages/stages-form.tsx";

/** Edits a round: its words and frame, then its stages. */
export function Component(): ReactElement {
  const { t } = useTranslation("rounds");
  return (
    <RoundFrame title={t("form.edit")} allowed={({ viewerCan }) => viewerCan.edit}>
      {(round) => (
        <>
          <Section title={t("form.details")}>
            <DetailsForm round={round} />
          </Section>
          <Section title={t("stages.title")}>
            <StagesForm round={round} />
          </Section>
          {round.state === "OPEN" || round.state === "DECIDING" ? (
            <Section title={t("downtime.title")}>
              <CreditDowntime round={round} />
            </Section>
          ) : null}
        </>
      )}
    </RoundFrame>
  );
}

import { useQuery } from "@apollo/client/react";
import { type ReactElement, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../ui/use-format.ts";
import styles from "./verification.module.css";
import { VERIFICATION_INDEX, type VerificationParts } from "./verification-documents.ts";

/** The entry's points and its region's index, claimed and verified side by side, as they are now. */
export function Figures(props: {
  readonly verification: VerificationParts;
  readonly roundId: string | null;
  readonly regionId: string;
}): ReactElement {
  const { t } = useTranslation("verification");
  const format = useFormat();
  const { claimedPoints, verifiedPoints, open, rows, entry } = props.verification;
  const { data, refetch } = useQuery(VERIFICATION_INDEX, {
    variables: { roundId: props.roundId ?? "", jurisdictionId: props.regionId },
    skip: props.roundId === null,
    fetchPolicy: "cache-and-network",
    errorPolicy: "ignore",
  });
  const asksIndex = props.roundId !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a step of the entry changes the region's index
  useEffect(() => {
    if (asksIndex) void refetch().catch(() => undefined);
  }, [entry.state, asksIndex, refetch]);
  const index = data?.regionalIndex;
  const withCategory = (value: { readonly index: string; readonly category?: { readonly name: string } | null } | undefined): string =>
    value ? [format.decimal(value.index, 2), value.category?.name].filter(Boolean).join(" · ") : "";
  return (
    <table className={styles.figures}>
      <thead>
        <tr>
          <td />
          <th scope="col">{t("claimed")}</th>
          <th scope="col">{t("verified")}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{t("points")}</th>
          <td>{format.decimal(claimedPoints)}</td>
          <td>
            {format.decimal(verifiedPoints)}{" "}
            {open > 0 ? <span className={styles.open}>{t("open", { count: open, of: rows.length })}</span> : null}
          </td>
        </tr>
        {index ? (
          <tr>
            <th scope="row">{t("index")}</th>
            <td>{withCategory(index.claimed)}</td>
            <td>{withCategory(index.verified)}</td>
          </tr>
        ) : null}
      </tbody>
    </table>
  );
}

import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";

import { graphql } from "../../gql/gql.ts";
import { useAct } from "../../lib/apollo/use-act.ts";
import { areaAddress } from "../../lib/places/area-path.ts";
import { type PickedPlace, PlacePicker } from "../../lib/places/place-picker.tsx";
import { useLanguage } from "../../ui/use-format.ts";
import { useNavigateOnce } from "../../ui/use-navigate-once.ts";
import { useArea } from "./area-query.ts";
import { PlaceDialog } from "./place-dialog.tsx";

/** Puts the area, with all below it, into another one of the level that it lies in now. */
export function Component(): ReactElement {
  const { t } = useTranslation("places");
  const { area, refetch } = useArea();
  const [parent, setParent] = useState<PickedPlace | null>(null);
  const [lacking, setLacking] = useState(false);
  const move = useAct(MOVE);
  const navigate = useNavigateOnce();
  const language = useLanguage();
  const close = () => navigate(`/${language}/app/${areaAddress(area)}`, { preventScrollReset: true });
  const level = area.ancestors.at(-1)?.level;

  const save = async (): Promise<void> => {
    setLacking(parent === null);
    if (parent === null) return;
    if ((await move.act({ input: { id: area.id, parentId: parent.id, version: area.version } })) === null) return;
    refetch();
    close();
  };

  return (
    <PlaceDialog
      title={t("move.title", { name: area.name })}
      act={t("move.act")}
      busy={move.busy}
      failure={move.failure}
      onSubmit={() => void save()}
      onClose={close}
    >
      <p>{t("move.help")}</p>
      <PlacePicker
        id="parentId"
        label={t("move.parent")}
        value={parent}
        onChange={setParent}
        country={area.country}
        {...(level === undefined ? {} : { level })}
        {...(lacking && parent === null ? { error: t("move.choose") } : {})}
      />
    </PlaceDialog>
  );
}

const MOVE = graphql(`
  mutation MoveJurisdiction($input: MoveJurisdictionInput!, $idempotencyKey: ID) {
    moveJurisdiction(input: $input, idempotencyKey: $idempotencyKey) {
      refusals {
        code
        field
        values
      }
      jurisdiction {
        id
        version
      }
    }
  }
`);

import { Button, TextInput } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../../../ui/icons.tsx";
import type { ControlProps } from "./field-control.tsx";
import styles from "./fields.module.css";

type Point = { readonly latitude: string; readonly longitude: string };

/** A place on the map by latitude and longitude in degrees, typed or taken from where the device is. */
export function PlaceControl(props: ControlProps): ReactElement {
  const { t } = useTranslation("entries");
  const point = isPoint(props.value) ? props.value : { latitude: "", longitude: "" };
  const [failed, setFailed] = useState(false);
  const part = (name: keyof Point) => (
    <TextInput
      id={name === "latitude" ? props.id : `${props.id}-longitude`}
      label={t(`field.${name}`)}
      inputMode="decimal"
      maw="12rem"
      value={point[name]}
      disabled={props.disabled}
      onChange={(event) => props.onChange({ ...point, [name]: event.currentTarget.value })}
      onBlur={props.onDone}
    />
  );
  const locate = (): void =>
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setFailed(false);
        props.onChange({ latitude: coords.latitude.toFixed(5), longitude: coords.longitude.toFixed(5) });
        props.onDone();
      },
      () => setFailed(true),
    );
  return (
    <div className={styles.lines}>
      <div className={styles.line}>
        {part("latitude")}
        {part("longitude")}
      </div>
      {props.disabled ? null : (
        <Button variant="default" leftSection={<Icon name="places" size={18} />} onClick={locate}>
          {t("field.here")}
        </Button>
      )}
      <span role="status">{failed ? t("field.hereFailed") : null}</span>
    </div>
  );
}

function isPoint(value: unknown): value is Point {
  return typeof value === "object" && value !== null && "latitude" in value && "longitude" in value;
}

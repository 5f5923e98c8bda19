import { useTranslation } from "react-i18next";
import { useFormat } from "../../ui/use-format.ts";

/** Writes a size in bytes as people read it: whole kilobytes, megabytes with one place. */
export function useFileSize(): (bytes: number) => string {
  const { t } = useTranslation("evidence");
  const format = useFormat();
  return (bytes) =>
    bytes < 1024 * 1024
      ? t("size.kilobytes", { size: format.number(Math.max(1, Math.round(bytes / 1024))) })
      : t("size.megabytes", { size: format.number(bytes / 1024 / 1024, 1) });
}

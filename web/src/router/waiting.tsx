import type { ReactElement } from "react";
import { SkeletonLines } from "../ui/page.tsx";
import styles from "./waiting.module.css";

/** The frame's shape while its code is fetched; appears only when that takes a moment. */
export function Waiting(): ReactElement {
  return (
    <div className={styles.waiting}>
      <div className={styles.top} />
      <div className={styles.body}>
        <SkeletonLines lines={4} />
      </div>
    </div>
  );
}

import type { FormTask } from "@isonga/schema/entry-form";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import type { KnownIndicator } from "../../lib/entries/known-entry.ts";
import { Section } from "../../ui/page.tsx";
import { useFormat } from "../../ui/use-format.ts";
import styles from "./forms.module.css";
import { OrderedItems } from "./ordered-items.tsx";
import { TaskEditor } from "./task-editor.tsx";

/** The tasks of one kind of entry: an innovation's, or a region's own. */
export function TasksSection(props: {
  readonly part: "tasks" | "regional";
  readonly tasks: readonly FormTask[];
  readonly indicators: readonly KnownIndicator[];
  readonly hasProblem: (id: string) => boolean;
  readonly onChange: (tasks: readonly FormTask[]) => void;
}): ReactElement {
  const { t } = useTranslation("forms");
  const format = useFormat();
  const { part, tasks, hasProblem } = props;
  return (
    <Section title={t(part)}>
      {part === "regional" ? <p className={styles.note}>{t("regionalLead")}</p> : null}
      <OrderedItems
        items={tasks}
        onChange={props.onChange}
        nameOf={(task) => format.text(task.title)}
        isOpen={(index) => hasProblem(`definition-${part}-${index}`)}
        add={{ words: t("addTask"), item: newTask }}
      >
        {(task, index, change) => (
          <TaskEditor
            id={`definition-${part}-${index}`}
            form={{ tasks }}
            task={task}
            indicators={props.indicators}
            hasProblem={hasProblem}
            onChange={change}
          />
        )}
      </OrderedItems>
    </Section>
  );
}

function newTask(): FormTask {
  return { code: "", title: {}, fields: [], indicators: [] };
}

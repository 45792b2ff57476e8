import styles from './sheet.module.css';

/** The recovery key as it is written down: numbered groups, large, in columns read from top to bottom. */
export function KeyGroups({ groups }: { groups: readonly string[] }) {
  return (
    <ol className={styles['groups']} translate="no" lang="en">
      {groups.map((group) => (
        <li key={group}>
          <code>{group}</code>
        </li>
      ))}
    </ol>
  );
}

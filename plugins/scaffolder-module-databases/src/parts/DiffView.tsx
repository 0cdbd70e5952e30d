/*
 * Copyright 2026 The Basewell Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import styles from './DiffView.module.css';

/**
 * A unified diff. Its own marks (+, − and none) say what happens to a line, so
 * color is not needed; the region scrolls and can be reached by keyboard.
 */
export function DiffView(props: {
  readonly label: string;
  readonly diff: string;
}) {
  const { label, diff } = props;
  const lines = diff.replace(/\n$/, '').split('\n');
  // What stands before it names the file; its dashes remove nothing.
  const firstHunk = lines.findIndex(line => line.startsWith('@@'));
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keyboard
    <pre className={styles.diff} role="region" aria-label={label} tabIndex={0}>
      {lines.map((line, index) => (
        <span
          key={index}
          className={styles.line}
          data-kind={index < firstHunk ? 'hunk' : kindOf(line)}
        >
          {`${line}\n`}
        </span>
      ))}
    </pre>
  );
}

function kindOf(line: string): 'added' | 'removed' | 'hunk' | undefined {
  if (line.startsWith('@@')) {
    return 'hunk';
  }
  if (line.startsWith('+')) {
    return 'added';
  }
  return line.startsWith('-') ? 'removed' : undefined;
}

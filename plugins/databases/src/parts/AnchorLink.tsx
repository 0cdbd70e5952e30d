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

import { RiLink } from '@remixicon/react';
import styles from './AnchorLink.module.css';

/** A link to the thing that it stands in; seen on hover, with the keyboard, and on touch. */
export function AnchorLink(props: {
  readonly anchor: string;
  readonly label: string;
  readonly title?: string;
}) {
  const { anchor, label, title } = props;
  return (
    <a
      href={`#${anchor}`}
      className={styles.link}
      aria-label={label}
      title={title}
    >
      <RiLink aria-hidden size={14} />
    </a>
  );
}

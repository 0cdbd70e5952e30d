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

import {
  Accordion,
  AccordionPanel,
  AccordionTrigger,
  Badge,
  Flex,
  Text,
} from '@backstage/ui';
import { PreviewFile } from '@basewell/plugin-databases-common';
import { RiLockLine } from '@remixicon/react';
import { useWords } from '../state';
import { DiffView } from './DiffView';
import styles from './FilePreview.module.css';

/** One file: what happens to it, why, and the lines that change. */
export function FilePreview(props: { readonly file: PreviewFile }) {
  const { path, change, purpose, diff, secret, encryption } = props.file;
  const t = useWords();
  return (
    <Accordion>
      <AccordionTrigger>
        <span className={styles.heading}>
          <Badge>{t(`file.change.${change}`)}</Badge>
          <code className={styles.path}>{path}</code>
          {secret && (
            <RiLockLine size={16} aria-label={t('file.secret')} role="img" />
          )}
          <Text color="secondary">{purpose}</Text>
        </span>
      </AccordionTrigger>
      <AccordionPanel>
        <Flex direction="column" gap="2">
          {encryption?.state === 'covered' && (
            <Text as="p" color="secondary" className={styles.recipients}>
              {t('file.recipients', {
                recipients: encryption.recipients.join(', '),
              })}
            </Text>
          )}
          {encryption?.state === 'sealed' && (
            <Text as="p" color="secondary">
              {t('file.sealed', { from: encryption.from })}
            </Text>
          )}
          {encryption?.state === 'uncovered' && (
            <Text as="p" color="danger">
              {t('file.uncovered', encryption)}
            </Text>
          )}
          {diff ? (
            <DiffView label={t('file.changes', { path })} diff={diff} />
          ) : (
            <Text as="p">
              {secret ? t('file.kept') : t('file.change.none')}
            </Text>
          )}
        </Flex>
      </AccordionPanel>
    </Accordion>
  );
}

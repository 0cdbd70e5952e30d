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
  TextField,
} from '@backstage/ui';
import { NameOverrides, Obstacle } from '@basewell/plugin-databases-common';
import { NamedEnvironment, useFindingWords, useWords } from '../state';
import styles from './NameFields.module.css';

const nameKinds = [
  'cluster',
  'database',
  'owner',
  'appNamespace',
  'databasesNamespace',
  'bootstrapSecret',
  'runtimeSecret',
  'databaseApplication',
  'appApplication',
] as const satisfies readonly (keyof NameOverrides)[];

/** All names of one environment, each of which can be another one. */
export function NameFields(props: {
  readonly named: NamedEnvironment;
  readonly overrides: NameOverrides;
  readonly onChange: (what: keyof NameOverrides, value: string) => void;
}) {
  const { named, overrides, onChange } = props;
  const { environment, names, problems } = named;
  const t = useWords();
  const words = useFindingWords();
  const problemOf = (what: string): Obstacle | undefined =>
    problems.find(({ field = '' }) => field.split('.')[2] === what);
  return (
    <Accordion>
      <AccordionTrigger
        title={t('names.of', { environment })}
        subtitle={`${names.cluster}, ${names.database}`}
      />
      <AccordionPanel>
        <div className={styles.names}>
          {nameKinds.map(what => {
            const override = overrides[what];
            const value =
              typeof override === 'string' ? override : override?.[environment];
            const problem = problemOf(what);
            return (
              <TextField
                key={what}
                label={t(`names.${what}`)}
                description={
                  value ? undefined : t('names.derived', { name: names[what] })
                }
                value={value ?? ''}
                onChange={text => onChange(what, text)}
                isInvalid={problem !== undefined}
                validationBehavior="aria"
                validate={() => problem && words(problem).summary}
              />
            );
          })}
        </div>
      </AccordionPanel>
    </Accordion>
  );
}

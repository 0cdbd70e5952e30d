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

import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { TextField } from '@backstage/ui';
import {
  appKeyOf,
  checkAppKey,
  resolveNames,
} from '@basewell/plugin-databases-common';
import { useEffect, useRef } from 'react';
import { FieldGroup } from '../parts';
import {
  DatabaseFieldProps,
  parametersOf,
  useFindingWords,
  useLoaded,
  useTarget,
  useWords,
} from '../state';

/** The app key: the service's own until somebody changes it. */
export function DatabaseAppKey(props: DatabaseFieldProps<'name'>) {
  const { formData, onChange } = props;
  const t = useWords();
  const words = useFindingWords();
  const parameters = parametersOf(props);
  const { service } = parameters;
  const catalog = useApi(catalogApiRef);
  const entity = useLoaded(
    async () => (service ? catalog.getEntityByRef(service) : undefined),
    [catalog, service],
  );
  const target = useTarget(parameters);
  const derived =
    entity.status === 'ready' && entity.value
      ? appKeyOf(entity.value)
      : undefined;
  const before = useRef(derived);
  useEffect(() => {
    const untouched = !formData || formData === before.current;
    if (derived !== undefined && derived !== before.current) {
      if (untouched && formData !== derived) {
        onChange(derived);
      }
      before.current = derived;
    }
  }, [derived, formData, onChange]);

  const summary = target.status === 'ready' ? target.value : undefined;
  const example =
    summary &&
    resolveNames(
      formData || 'shop',
      summary.environments[0].name,
      summary.naming,
    ).names.cluster;
  return (
    <FieldGroup>
      <TextField
        label={t('app.label')}
        description={t('app.description', { example: example ?? 'shop-cnpg' })}
        isRequired
        value={formData ?? ''}
        onChange={text => onChange(text || undefined)}
        validationBehavior="aria"
        validate={text => {
          const [problem] =
            summary && text
              ? checkAppKey(
                  text,
                  summary.environments.map(({ name }) => name),
                )
              : [];
          return problem && Object.values(words(problem)).join(' ');
        }}
      />
    </FieldGroup>
  );
}

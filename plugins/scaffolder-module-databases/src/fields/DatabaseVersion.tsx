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

import { Select } from '@backstage/ui';
import { TargetSummary } from '@basewell/plugin-databases-common';
import { useEffect } from 'react';
import { FieldGroup, TargetBoundary } from '../parts';
import { DatabaseFieldProps, parametersOf, useWords } from '../state';

/** The major version, from those that the target pins an image for. */
export function DatabaseVersion(props: DatabaseFieldProps<'version'>) {
  return (
    <FieldGroup>
      <TargetBoundary parameters={parametersOf(props)}>
        {target => <Choice {...props} versions={target.versions} />}
      </TargetBoundary>
    </FieldGroup>
  );
}

function Choice(
  props: DatabaseFieldProps<'version'> & Pick<TargetSummary, 'versions'>,
) {
  const { formData, onChange, versions } = props;
  const t = useWords();
  const [newest] = versions;
  useEffect(() => {
    if (newest !== undefined && !versions.includes(formData ?? '')) {
      onChange(newest);
    }
  }, [formData, newest, versions, onChange]);
  return (
    <Select
      label={t('version.label')}
      description={t('version.description')}
      options={versions.map(version => ({
        id: version,
        label: `PostgreSQL ${version}`,
      }))}
      value={formData ?? null}
      onChange={key => key !== null && onChange(String(key))}
    />
  );
}

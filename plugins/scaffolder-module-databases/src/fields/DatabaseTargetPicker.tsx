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

import { Alert, Select, Skeleton, Text } from '@backstage/ui';
import {
  TargetsResponse,
  TargetSummary,
} from '@basewell/plugin-databases-common';
import { useEffect } from 'react';
import { Failure, FieldGroup } from '../parts';
import { DatabaseFieldProps, findTarget, useTargets, useWords } from '../state';

/** Where the pull requests go. With one target there is nothing to choose. */
export function DatabaseTargetPicker(props: DatabaseFieldProps<'target'>) {
  const t = useWords();
  const targets = useTargets();
  return (
    <FieldGroup title={t('target.label')} description={t('target.description')}>
      {targets.status === 'loading' && (
        <div role="status" aria-label={t('target.loading')}>
          <Skeleton height={40} />
        </div>
      )}
      {targets.status === 'failed' && (
        <Failure title={t('target.failed')} {...targets} />
      )}
      {targets.status === 'ready' && (
        <Choice {...props} targets={targets.value} />
      )}
    </FieldGroup>
  );
}

function Choice(
  props: DatabaseFieldProps<'target'> & { readonly targets: TargetsResponse },
) {
  const { formData, onChange, targets } = props;
  const { items, problems } = targets;
  const t = useWords();
  const target = findTarget(targets, { target: formData });
  const id = target?.id;
  useEffect(() => {
    if (id !== undefined && id !== formData) {
      onChange(id);
    }
  }, [id, formData, onChange]);
  return (
    <>
      {items.length === 0 && (
        <Alert
          status="danger"
          icon
          title={t('target.none')}
          description={t('target.noneRemedy')}
        />
      )}
      {items.length > 1 && (
        <Select
          label={t('target.label')}
          placeholder={t('target.choose')}
          isRequired
          options={items.map(item => ({ id: item.id, label: item.title }))}
          value={id ?? null}
          onChange={key => key !== null && onChange(String(key))}
        />
      )}
      {target && (
        <Text as="p">
          {items.length === 1 && <strong>{target.title}. </strong>}
          {t('target.repositories', {
            platform: place(target.platform),
            app: place(target.app),
          })}{' '}
          <LayoutOf {...target.layout} />
        </Text>
      )}
      {problems.map(problem => (
        <Alert
          key={problem.id}
          status="warning"
          icon
          title={t('target.broken', problem)}
        />
      ))}
    </>
  );
}

function LayoutOf({ from, title }: TargetSummary['layout']) {
  const t = useWords();
  if (title === undefined) {
    return t('target.layoutOpen');
  }
  return t(from === 'files' ? 'target.layoutShown' : 'target.layout', {
    title,
  });
}

function place({ owner, repo }: TargetSummary['platform']): string {
  return `${owner}/${repo}`;
}

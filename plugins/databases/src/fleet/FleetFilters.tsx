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

import { Button, SearchField, Select, Switch } from '@backstage/ui';
import { FleetQuery, FleetResponse } from '@basewell/plugin-databases-common';
import { useEffect, useState } from 'react';
import { useWords } from '../words';
import styles from './FleetFilters.module.css';
import { isFiltered } from './fleetQuery';
import { ownerName } from './ownerName';

const facetNames = [
  'environment',
  'owner',
  'kubernetesCluster',
  'engine',
] as const;

/** A search is sent when nothing was typed for so long. */
const pauseMilliseconds = 250;

/** What narrows the fleet down; how many each choice leaves stands beside it. */
export function FleetFilters(props: {
  readonly facets: FleetResponse['facets'];
  readonly query: FleetQuery;
  readonly onChange: (changes: Partial<FleetQuery>) => void;
  readonly onReset: () => void;
}) {
  const { facets, query, onChange, onReset } = props;
  const t = useWords();
  const { search = '' } = query;
  const [typed, setTyped] = useState(search);
  useEffect(() => setTyped(search), [search]);
  useEffect(() => {
    if (typed === search) {
      return undefined;
    }
    const timer = setTimeout(
      () => onChange({ search: typed || undefined }),
      pauseMilliseconds,
    );
    return () => clearTimeout(timer);
  }, [typed, search, onChange]);
  return (
    <div className={styles.filters} role="search">
      <SearchField
        className={styles.search}
        size="small"
        label={t('fleet.search')}
        placeholder={t('fleet.searchHint')}
        value={typed}
        onChange={setTyped}
      />
      {facetNames.map(name => (
        <Select
          key={name}
          className={styles.facet}
          label={t(`fleet.facet.${name}`)}
          placeholder={t('fleet.all')}
          selectionMode="multiple"
          options={optionsOf(name)}
          value={[...(query[name] ?? [])]}
          onChange={values =>
            onChange({
              [name]: values.length ? values.map(String) : undefined,
            })
          }
        />
      ))}
      <Switch
        className={styles.attention}
        label={t('fleet.attention')}
        isSelected={query.attention ?? false}
        onChange={on => onChange({ attention: on || undefined })}
      />
      {isFiltered(query) && (
        <Button size="small" variant="tertiary" onPress={onReset}>
          {t('fleet.reset')}
        </Button>
      )}
    </div>
  );

  /** What is chosen stays to choose from, though it leaves nothing. */
  function optionsOf(name: (typeof facetNames)[number]) {
    const known = facets[name] ?? [];
    const gone = (query[name] ?? []).filter(
      value => !known.some(facet => facet.value === value),
    );
    return [...known, ...gone.map(value => ({ value, count: 0 }))].map(
      ({ value, count }) => ({
        id: value,
        label: `${name === 'owner' ? ownerName(value) : value} (${count})`,
      }),
    );
  }
}

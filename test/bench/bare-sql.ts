/** One statement each that answers what the partner's document asks, with the same rules of what is public, as JSON text. */
export const BARE = {
  ranking: `select row_to_json(a)::text as answer from (
    select r.code, coalesce(r.names ->> 'en', '') as name, p.number, p.checksum, (select json_agg(row_to_json(x)) from (
      select x.rank, x.score::text as score, j.code, coalesce(nullif(j.names ->> 'en', ''), j.name) as name,
        (select json_agg(json_build_object('metric', m -> 'metric', 'value', m -> 'value', 'contribution', m -> 'contribution'))
          from jsonb_array_elements(x.data -> 'metrics') m) as metrics,
        (select coalesce(json_agg(json_build_object('prize', w -> 'prize', 'place', w -> 'place')), '[]')
          from jsonb_array_elements(x.data -> 'prizes') w) as prizes
      from published_result x join jurisdiction j on j.id = x.jurisdiction_id
      where x.publication_id = p.id and x.level = $2 order by x.position limit 50) x) as results
    from round r join lateral (select * from publication p where p.round_id = r.id and p.public_from <= now() order by p.number desc limit 1) p on true
    where r.code = $1) a`,
  node: `select row_to_json(a)::text as answer from (select j.id, j.country, j.level, j.code, coalesce(nullif(j.names ->> 'en', ''), j.name) as name,
    j.population from jurisdiction j where j.id = $1::uuid) a`,
  deep: `select json_agg(row_to_json(g))::text as answer from (select g.code, g.names ->> 'en' as name,
    (select json_agg(row_to_json(r)) from (select r.code, p.number,
      (select json_agg(row_to_json(x)) from (select x.rank, x.score::text as score, j.code, coalesce(nullif(j.names ->> 'en', ''), j.name) as name,
        (select json_agg(json_build_object('code', up.code, 'name', coalesce(nullif(up.names ->> 'en', ''), up.name)) order by nlevel(up.path))
          from jurisdiction up where up.path @> j.path and up.id <> j.id) as ancestors
        from published_result x join jurisdiction j on j.id = x.jurisdiction_id
        where x.publication_id = p.id and x.level = $1 order by x.position limit 25) x) as results
      from round r left join lateral (select * from publication p where p.round_id = r.id and p.public_from <= now() order by p.number desc limit 1) p on true
      where r.programme_id = g.id and r.state <> 'DRAFT' order by r.id desc limit 10) r) as rounds
    from programme g where exists (select from round r where r.programme_id = g.id and r.state <> 'DRAFT') order by g.code limit 10) g`,
  save: `with s as materialized (select set_config('isonga.verb', 'saveReportFigures', true)),
    saved as (insert into monthly_report (id, jurisdiction_id, service_id, month, received, state)
      select gen_random_uuid(), $1::uuid, $2::uuid, $3::date, $4::int, 'DRAFT' from s
      on conflict (jurisdiction_id, service_id, month) do update set received = excluded.received, version = monthly_report.version + 1
      returning id, version, state)
    select row_to_json(saved)::text as answer from saved`,
} as const;

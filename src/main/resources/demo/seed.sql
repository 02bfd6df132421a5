-- Many example rows for measuring, told by the rules the portal itself keeps: what is verified
-- has a signed report and a frozen timeliness, what was extended keeps its first deadline, and
-- every act stands in the history and in the audit trail. The same numbers give the same rows
-- on the same day. Expects the settings seed.* and one transaction; see Seeding.

select setseed(0.2026);
set local time zone 'Asia/Ho_Chi_Minh';

create temp table seed_plan on commit drop as
select current_setting('seed.directives')::int as directives, current_setting('seed.attendees')::int as attendees,
    current_setting('seed.conferences')::int as conferences, current_setting('seed.today')::date as today,
    array['công tác văn thư, lưu trữ', 'số hóa hồ sơ thi hành án dân sự', 'cải cách thủ tục hành chính',
        'theo dõi thi hành pháp luật', 'đăng ký, quản lý hộ tịch', 'xử lý vi phạm hành chính', 'bổ trợ tư pháp',
        'trợ giúp pháp lý', 'phổ biến, giáo dục pháp luật', 'kiểm tra văn bản quy phạm pháp luật',
        'đăng ký biện pháp bảo đảm', 'chuyển đổi số của ngành', 'tiếp công dân, giải quyết khiếu nại',
        'quản lý tài sản công', 'kế hoạch, tài chính', 'tổ chức, cán bộ', 'thi đua, khen thưởng',
        'hòa giải ở cơ sở', 'công chứng, luật sư', 'lý lịch tư pháp', 'nuôi con nuôi', 'bồi thường nhà nước',
        'tương trợ tư pháp', 'bảo vệ bí mật nhà nước'] as topics,
    array['Rà soát, tổng hợp khó khăn, vướng mắc về', 'Xây dựng kế hoạch triển khai', 'Hoàn thiện quy trình nội bộ về',
        'Báo cáo kết quả thực hiện', 'Đề xuất giải pháp nâng cao hiệu quả', 'Tổ chức tập huấn nghiệp vụ về',
        'Kiểm tra, đôn đốc việc thực hiện', 'Cập nhật cơ sở dữ liệu về', 'Ban hành hướng dẫn thống nhất về',
        'Sơ kết một năm thực hiện', 'Bố trí nhân lực, kinh phí cho', 'Phân công đầu mối phụ trách'] as tasks,
    array['theo Kế hoạch công tác năm', 'trong toàn ngành', 'tại các cơ quan thi hành án dân sự', 'tại địa phương',
        'gắn với Đề án 06', 'bảo đảm liên thông dữ liệu', 'báo cáo Lãnh đạo Bộ', 'đúng tiến độ được giao'] as scopes,
    array['Báo cáo', 'Tờ trình kèm dự thảo kế hoạch', 'Quy trình', 'Danh sách đầu mối', 'Công văn hướng dẫn',
        'Báo cáo kèm phụ lục số liệu'] as deliverables,
    array['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Huỳnh', 'Phan', 'Vũ', 'Võ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô',
        'Dương', 'Lý'] as families,
    array['Văn', 'Thị', 'Đức', 'Minh', 'Thanh', 'Hữu', 'Ngọc', 'Quang', 'Thu', 'Xuân'] as middles,
    array['An', 'Bình', 'Châu', 'Dũng', 'Giang', 'Hà', 'Hải', 'Hạnh', 'Hiếu', 'Hòa', 'Hùng', 'Hương', 'Khánh', 'Lan',
        'Linh', 'Long', 'Mai', 'Nam', 'Nga', 'Phúc', 'Quân', 'Sơn', 'Thảo', 'Trang', 'Tuấn', 'Yến'] as names;

-- The units of today that receive work, and those that each of them succeeds.
create temp table seed_unit on commit drop as
select row_number() over (order by o.kind, o.code) - 1 as no,
    row_number() over (partition by o.kind order by o.code) - 1 as no_in_kind,
    count(*) over (partition by o.kind) as of_kind, count(*) over () as of_all, o.id, o.code, o.name, o.kind
from organization o, seed_plan p
where o.kind in ('DEPARTMENT', 'PUBLIC_UNIT', 'PROVINCIAL_JUSTICE', 'PROVINCIAL_ENFORCEMENT')
    and (o.valid_from is null or o.valid_from <= p.today) and (o.valid_to is null or o.valid_to >= p.today);

create temp table seed_line on commit drop as
with recursive line (holder, id) as (
    select id, id from seed_unit
    union all
    select l.holder, o.id from line l join organization o on o.successor_id = l.id
)
select l.holder, o.id as lead, coalesce(o.valid_from, date '0001-01-01') as valid_from,
    coalesce(o.valid_to, date '9999-12-31') as valid_to
from line l join organization o on o.id = l.id;
create index on seed_line (holder);

-- A head and a clerk in each unit; they sign in with the demo's password.
create temp table seed_account on commit drop as
select u.id as unit_id, part.role, part.stem || '.' || regexp_replace(fold(u.code), '[^a-z0-9]+', '-', 'g') as username,
    p.families[1 + (u.no * 7 + part.salt) % 16] || ' ' || p.middles[1 + (u.no * 3 + part.salt) % 10] || ' '
        || p.names[1 + (u.no * 11 + part.salt) % 26] as display_name,
    part.position
from seed_unit u, seed_plan p,
    (values ('UNIT_HEAD', 'tt', 1, 'Thủ trưởng đơn vị'), ('CLERK', 'cv', 5, 'Chuyên viên')) part (role, stem, salt, position);
insert into account (username, display_name, position, password_hash)
select username, display_name, position, (select password_hash from account where username = 'vanphong')
from seed_account on conflict (username) do nothing;
insert into role_grant (account_id, role, organization_id)
select a.id, s.role, s.unit_id from seed_account s join account a using (username)
on conflict on constraint role_grant_once do nothing;

create temp table seed_person on commit drop as
select s.unit_id, s.role, a.id as account_id, a.display_name from seed_account s join account a using (username)
union all
select g.organization_id, 'OFFICE', a.id, a.display_name
from account a join role_grant g on g.account_id = a.id where a.username = 'vanphong' and g.role = 'OFFICE';
analyze seed_person;

-- Conferences, three years back and six weeks ahead; every twentieth invites the whole sector.
create temp table seed_conference on commit drop as
with drawn as (
    select n, random() as r1, random() as r2, random() as r3, random() as r4
    from seed_plan p, generate_series(1, p.conferences) n
), dated as (
    select d.*, n % 20 = 0 as national, p.today - 1095 + (1140 * (n - 1) / p.conferences) as day
    from drawn d, seed_plan p
), placed as (
    select d.*, day - greatest(0, extract(isodow from day)::int - 5) as starts_on from dated d
)
select (select coalesce(max(id), 0) from conference) + c.n as id, c.*,
    starts_on + (national and extract(isodow from starts_on) < 5)::int as ends_on,
    case when starts_on > p.today then case when r1 < 0.85 then 'ANNOUNCED' else 'DRAFT' end
        when r1 < 0.03 then 'CANCELLED' when r1 < 0.045 then 'POSTPONED'
        when starts_on + 11 <= p.today then 'CONCLUDED' else 'IN_SESSION' end as status,
    p.topics[1 + (r2 * 23.99)::int % 24] as topic
from placed c, seed_plan p;

insert into conference (id, code, title, kind, status, starts_on, starts_half, ends_on, ends_half, place, province_id,
    organizer_id, open, urgent, example, content, participants, registration_closes_at, announced_at, concluded_at, reason)
select c.id, stem || lpad((coalesce((select max(substring(o.code from '[0-9]+$')::int) from conference o
        where o.code like stem || '%' and o.code ~ '^HN-[0-9]{4}-[0-9]{2}-[0-9]+$'), 0)
        + row_number() over (partition by stem order by c.n))::text, 2, '0'),
    case when national then 'Hội nghị toàn quốc về ' else 'Hội nghị ' || kind.words || ' ' end || topic
        || to_char(starts_on, '" tháng "FMMM" năm "YYYY'),
    case when national then 'NATIONAL' else kind.code end, c.status, starts_on, 'MORNING', ends_on,
    case when national or kind.code <> 'BRIEFING' then 'AFTERNOON' else 'MORNING' end,
    case when r4 < 0.5 then 'Trụ sở Bộ Tư pháp, 60 Trần Phú, Hà Nội' else 'Trung tâm hội nghị ' || v.name end,
    case when r4 < 0.5 then 'P01' else v.id end, office.unit_id, r3 < 0.6, false, true,
    'Đánh giá kết quả và bàn giải pháp về ' || topic || '.', 'Lãnh đạo đơn vị và công chức phụ trách',
    (starts_on - 3) + time '17:00',
    case when c.status not in ('DRAFT', 'CANCELLED') then (starts_on - 14) + time '09:00' end,
    case when c.status = 'CONCLUDED' then (starts_on + 6) + time '10:00' end,
    case when c.status in ('CANCELLED', 'POSTPONED') then 'Lãnh đạo Bộ có lịch công tác đột xuất.' end
from seed_conference c
cross join lateral (select 'HN-' || to_char(c.starts_on, 'YYYY-MM-') as stem) s
join (values (0, 'BRIEFING', 'giao ban công tác'), (1, 'TRAINING', 'tập huấn'), (2, 'TOPICAL', 'chuyên đề'),
    (3, 'REVIEW', 'sơ kết công tác'), (4, 'DEPLOYMENT', 'triển khai công tác')) kind (no, code, words) on kind.no = c.n % 5
join (select row_number() over (order by p.id) - 1 as no, count(*) over () as of, p.id, p.name from province p, seed_plan s
    where (p.valid_from is null or p.valid_from <= s.today - 1095) and (p.valid_to is null or p.valid_to >= s.today)) v
    on v.no = c.n % v.of
cross join (select unit_id from seed_person where role = 'OFFICE') office;
select setval(pg_get_serial_sequence('conference', 'id'), (select max(id) from conference));

insert into conference_person (conference_id, position_no, part, name, position)
select id, part.no, part.code, part.name, part.position
from seed_conference, (values (0, 'CHAIR', 'Lãnh đạo Bộ', 'Lãnh đạo Bộ Tư pháp'),
    (1, 'SECRETARY', 'Chuyên viên Tổng hợp', 'Văn phòng Bộ')) part (no, code, name, position);

insert into agenda_item (conference_id, position_no, kind, title, day, starts_at, ends_at, speaker)
select id, item.no, item.kind, item.title, starts_on, item.starts_at::time, item.ends_at::time, item.speaker
from seed_conference, (values (0, 'OPENING', 'Khai mạc', '08:00', '08:10', 'Lãnh đạo Bộ'),
    (1, 'REPORT', 'Báo cáo kết quả và nhiệm vụ trọng tâm', '08:10', '08:50', 'Chánh Văn phòng Bộ'),
    (2, 'DISCUSSION', 'Thảo luận', '08:50', '10:40', null),
    (3, 'CONCLUSION', 'Kết luận hội nghị', '10:40', '11:15', 'Lãnh đạo Bộ')) item (no, kind, title, starts_at, ends_at, speaker);
insert into agenda_release (conference_id, number, released_at, released_by)
select id, 1, (starts_on - 10) + time '10:00', 'Chuyên viên Tổng hợp' from seed_conference where status <> 'DRAFT';
insert into agenda_release_item (release_id, position_no, item_id, kind, title, day, starts_at, ends_at, speaker)
select r.id, i.position_no, i.id, i.kind, i.title, i.day, i.starts_at, i.ends_at, i.speaker
from seed_conference c join agenda_release r on r.conference_id = c.id join agenda_item i on i.conference_id = c.id;

-- A unit of that day is invited, not its successor.
insert into invitation (conference_id, organization_id, quota, participants, declined_at, decline_reason)
select c.id, lead.id, case when c.national then 20 else 3 end, 'Lãnh đạo đơn vị và công chức phụ trách',
    case when (c.n * 31 + u.no) % 37 = 0 and c.status not in ('DRAFT', 'CANCELLED')
        then (c.starts_on - 5) + time '15:00' end,
    case when (c.n * 31 + u.no) % 37 = 0 and c.status not in ('DRAFT', 'CANCELLED')
        then 'Đơn vị tổ chức hội nghị của ngành cùng ngày.' end
from seed_conference c
join seed_unit u on c.national or (u.no - c.n * 5 % u.of_all + u.of_all) % u.of_all % 13 = 0
cross join lateral (select coalesce((select l.lead from seed_line l
    where l.holder = u.id and c.starts_on between l.valid_from and l.valid_to order by hashint8(l.lead + c.n) limit 1), u.id) as id) lead
on conflict on constraint invitation_once do nothing;
analyze invitation;

-- A tenth of all attendees goes to the next conference of the whole sector, two a seat to others.
create temp table seed_seat on commit drop as
select i.conference_id, i.organization_id, c.starts_on, c.status, c.id = big.id as big,
    row_number() over (partition by c.id = big.id order by hashint8(i.id), i.id) as no,
    count(*) over (partition by c.id = big.id) as seats
from seed_conference c join invitation i on i.conference_id = c.id
left join (select id from seed_conference where national and status = 'ANNOUNCED' order by starts_on limit 1) big on true
where i.declined_at is null and c.status not in ('DRAFT', 'CANCELLED', 'POSTPONED');
update seed_seat set big = false where big is null;
analyze seed_seat;

create temp table seed_attendee on commit drop as
with drawn as (
    select i, random() as r1, random() as r2, p.attendees / 10 as in_big, p.today
    from seed_plan p, generate_series(1, p.attendees) i
), seated as (
    select d.i, d.r1, d.r2, s.conference_id, s.organization_id, s.starts_on, s.status as conference_status,
        row_number() over (partition by s.conference_id, s.organization_id order by d.i) as in_unit
    from drawn d join seed_seat s on s.big = (d.i <= in_big and exists (select from seed_seat where big))
        and s.no = case when s.big then 1 + d.i % s.seats else 1 + (d.i / 2) % s.seats end
)
select (select coalesce(max(id), 0) from attendee) + i as id, s.*,
    least((starts_on - 8 + (r2 * 4)::int) + time '09:30', today - 1 + time '15:00') as registered_at,
    case when r1 < 0.03 then 'WITHDRAWN' when r1 < 0.15 and starts_on > today then 'REGISTERED' else 'CONFIRMED' end as status,
    p.families[1 + i % 16] || ' ' || p.middles[1 + i / 16 % 10] || ' ' || p.names[1 + (r2 * 25.99)::int % 26] as full_name
from seated s, seed_plan p;
insert into attendee (id, conference_id, organization_id, code, full_name, position, phone, email, rank, travel, lodging,
    lodging_from, lodging_to, delegation_head, status, registered_at, confirmed_at, left_at)
select id, conference_id, organization_id,
    translate(lpad(to_hex(i), 5, '0') || substr(md5(i::text), 1, 3), '01abcdef', 'XYABCDEF'), full_name,
    (array['Giám đốc', 'Phó Giám đốc', 'Trưởng phòng', 'Chuyên viên chính', 'Chuyên viên'])[1 + i % 5],
    '09' || lpad(i::text, 8, '0'), 'daibieu' || i || '@example.vn',
    (array['SENIOR_EXPERT', 'PRINCIPAL_EXPERT', 'EXPERT', 'OFFICER', 'OTHER'])[1 + i % 5],
    (array['NONE', 'AIRPORT', 'RAILWAY', 'COACH'])[1 + i % 4], i % 3 = 0,
    case when i % 3 = 0 then starts_on - 1 end, case when i % 3 = 0 then starts_on + 1 end,
    in_unit = 1 and status <> 'WITHDRAWN', status, registered_at,
    case when status = 'CONFIRMED' then least((starts_on - 4) + time '16:00', today + time '00:00') end,
    case when status = 'WITHDRAWN' then least((starts_on - 3) + time '08:00', today + time '00:00') end
from seed_attendee, seed_plan;
select setval(pg_get_serial_sequence('attendee', 'id'), (select max(id) from attendee));
insert into presence_mark (attendee_id, day, half, presence, marked_at, marked_by)
select id, starts_on, 'MORNING', (array['PRESENT', 'PRESENT', 'PRESENT', 'PRESENT', 'PRESENT', 'PRESENT', 'PRESENT', 'LATE',
    'ABSENT', 'EXCUSED'])[1 + i % 10], starts_on + time '08:05', 'Chuyên viên Tổng hợp'
from seed_attendee, seed_plan where status = 'CONFIRMED' and starts_on < today;

-- Conclusions with the clauses that the directives come from. A block of directives comes from
-- one conference: one clause given to a whole kind of units, three given to four units each,
-- and the rest to one unit each.
create temp table seed_conclusion on commit drop as
select (select coalesce(max(id), 0) from conclusion) + s as id, c.s, c.n, c.topic, due.issued_on, p.directives,
    (p.directives + of - 1) / of as per
from (select c.n, c.topic, c.ends_on, row_number() over (order by n) as s, count(*) over () as of from seed_conference c
    where status = 'CONCLUDED') c
cross join seed_plan p
cross join lateral (select c.ends_on + 4 as day) d
cross join lateral (select d.day + greatest(0, 8 - extract(isodow from d.day)::int) * (extract(isodow from d.day) > 5)::int
    as issued_on) due;
create index on seed_conclusion (s);
analyze seed_conclusion;

create temp table seed_slot on commit drop as
with drawn as (
    select n, random() as r1, random() as r2, random() as r3, random() as r4, random() as r5, random() as r6,
        random() as r7, random() as r8
    from seed_plan p, generate_series(1, p.directives) n
), placed as (
    select d.*, c.s, c.per, (d.n - 1) % c.per as j, c.per >= 50 and d.n - (d.n - 1) % c.per + 49 <= c.directives
        as families
    from drawn d join seed_conclusion c on c.s = (d.n - 1) / (select max(per) from seed_conclusion) + 1
)
select placed.*, case when not families then j when j < 35 then 0 when j < 50 then 1 + (j - 35) / 5 else j - 46 end as clause_no,
    case when not families then null when j < 35 then j when j < 50 then (j - 35) % 5 end as in_family
from placed;
create index on seed_slot (s, clause_no);
analyze seed_slot;

create temp table seed_clause on commit drop as
select (select coalesce(max(id), 0) from clause) + row_number() over (order by s, clause_no) as id, k.*,
    p.tasks[1 + (r1 * 997)::int % 12] || ' ' || p.topics[1 + (r2 * 991)::int % 24] || ' ' || p.scopes[1 + (r3 * 983)::int % 8]
        as title,
    p.deliverables[1 + (r4 * 977)::int % 6] as deliverable,
    case when r5 >= 0.04 then due.day - greatest(0, extract(isodow from due.day)::int - 5) end as deadline
from (select distinct on (t.s, t.clause_no) c.id as conclusion_id, c.issued_on, t.s,
        t.clause_no, t.r1, t.r2, t.r3, t.r4, t.r5, t.r6
    from seed_slot t join seed_conclusion c on c.s = t.s order by t.s, t.clause_no, t.n) k
cross join seed_plan p
cross join lateral (select k.issued_on + 17 + (k.r6 * 150)::int as day) due;
create index on seed_clause (s, clause_no);
analyze seed_clause;

insert into conclusion (id, conference_id, status) select s.id, c.id, 'DRAFT'
from seed_conclusion s join seed_conference c on c.n = s.n;
select setval(pg_get_serial_sequence('conclusion', 'id'), (select max(id) from conclusion));
insert into assessment_item (conclusion_id, kind, position_no, text)
select id, kind, 0, text || topic || '.' from seed_conclusion, (values ('ACHIEVEMENT', 'Có chuyển biến tích cực về '),
    ('LIMITATION', 'Còn chậm, chưa đồng đều về ')) a (kind, text);
insert into clause (id, conclusion_id, position_no, level_no, content, deadline, no_deadline, deliverable)
select id, conclusion_id, clause_no, 1, title || '.', deadline, deadline is null, deliverable from seed_clause order by id;
select setval(pg_get_serial_sequence('clause', 'id'), (select max(id) from clause));

-- Each directive, decided column by column.
create temp table seed_directive on commit drop as
with held as (
    select t.*, k.id as clause_id, k.title, k.deliverable, k.deadline as original, k.issued_on, c.n as conference_no, p.today,
        coalesce(t.in_family = 0, false) as family, u.id as holder,
        coalesce((select l.lead from seed_line l where l.holder = u.id and k.issued_on between l.valid_from and l.valid_to
            order by hashint8(l.lead + t.n) limit 1), u.id) as lead
    from seed_slot t join seed_clause k using (s, clause_no) join seed_conclusion c on c.s = t.s cross join seed_plan p
    join seed_unit u on case when t.families and t.j between 1 and 34
        then u.kind = case when t.s % 2 = 0 then 'PROVINCIAL_JUSTICE' else 'PROVINCIAL_ENFORCEMENT' end
            and u.no_in_kind = (t.j - 1) % u.of_kind
        when t.families and t.j between 36 and 49 then u.no = (t.s * 17 + t.clause_no * 29 + t.in_family * 3) % u.of_all
        else u.no = (t.n * 37 + t.s * 11) % u.of_all end
), moved as (
    select h.*, case when family or original is null or original - 4 > today or original - issued_on < 20 then null
        when r1 < 0.12 then 'APPROVED' when r1 < 0.14 then 'REFUSED' end as extension from held h
), due as (
    select m.*, case when extension = 'APPROVED' then later - greatest(0, extract(isodow from later)::int - 5)
        else original end as due_on
    from moved m cross join lateral (select original + 22 + (r2 * 40)::int as later) l
), judged as (
    select d.*, case when family then 'ISSUED' when r3 < 0.02 then 'CANCELLED'
        when due_on is null then case when r3 < 0.5 then 'VERIFIED' else 'IN_PROGRESS' end
        when due_on < today then case when r3 < 1 - case when today - due_on > 540 then 0 when today - due_on > 300 then 0.01
                when today - due_on > 90 then 0.04 else 0.15 end then 'VERIFIED'
            when r4 < 0.10 then 'ISSUED' when r4 < 0.16 then 'DECLINED' when r4 < 0.35 then 'REPORTED' else 'IN_PROGRESS' end
        when r3 < 0.20 and issued_on + 15 < today then 'VERIFIED' when r3 < 0.28 and issued_on + 10 < today then 'REPORTED'
        when r3 < 0.31 then 'DECLINED' when r3 < 0.48 then 'ISSUED' else 'IN_PROGRESS' end as status
    from due d
), ranged as (
    select j.*, least(today - 2, case when r5 < 0.15 then coalesce(due_on, issued_on + 30) + 25
        else coalesce(due_on, issued_on + 60) end) as latest
    from judged j
), reported as (
    select r.*, case when status in ('VERIFIED', 'REPORTED') then latest - ((latest - earliest) * r6)::int end as reported_on
    from ranged r cross join lateral (select least(latest, greatest(issued_on + 5,
        case when extension is not null then original - 3 end, case when r5 < 0.15 then due_on + 1 end)) as earliest) e
)
select (select coalesce(max(id), 0) from directive) + n as id, r.*,
    issued_on + time '10:00' as issued_at,
    case when not family and status <> 'ISSUED' then issued_on + 1 + (r7 * 2)::int + time '09:00' end as received_at,
    case when status = 'VERIFIED' then least(reported_on + 1 + (r8 * 6)::int, today - 1) + time '10:30' end as verified_at,
    case when status in ('VERIFIED', 'REPORTED') then 100 when status in ('IN_PROGRESS', 'DECLINED') then (r8 * 18)::int * 5
        else 0 end as percent,
    status = 'VERIFIED' and r7 < 0.05 and reported_on - issued_on > 20
        and (extension is null or reported_on - original > 8) as returned
from reported r;
create index on seed_directive (id);
create index on seed_directive (s, clause_no);
analyze seed_directive;

insert into clause_party (clause_id, position_no, part, organization_id)
select clause_id, row_number() over (partition by clause_id order by id) - 1, 'LEAD', lead
from (select clause_id, lead, min(id) as id from seed_directive where not family group by clause_id, lead) d;
update conclusion c set status = 'ISSUED', approved_at = s.issued_on + time '08:00', approved_by = 'Lãnh đạo Bộ',
    number = s.number, notation = 'TB-BTP', issued_on = s.issued_on, issued_at = s.issued_on + time '09:00',
    signer_title = 'TL. BỘ TRƯỞNG' || chr(10) || 'CHÁNH VĂN PHÒNG', signer_name = 'Chánh Văn phòng Bộ'
from (select s.id, s.issued_on, coalesce((select max(d.number) from document_number d where d.notation = 'TB-BTP'
            and d.year = extract(year from s.issued_on)), 0)
        + row_number() over (partition by extract(year from s.issued_on) order by s.issued_on, s.id) as number
    from seed_conclusion s) s
where c.id = s.id;
insert into document_number (notation, year, number, conclusion_id)
select c.notation, extract(year from c.issued_on), c.number, c.id from conclusion c join seed_conclusion s on s.id = c.id;

-- How each stood on which day is told afterwards, for all of them at once; see Seeding.
alter table directive disable trigger directive_counted;
alter table directive disable trigger directive_given;
alter table directive disable trigger directive_read;
alter table directive_coordination disable trigger directive_coordination_read;
with root as (
    select d.n, d.s, d.clause_no, d.in_family, d.families, extract(year from d.issued_on)::int as year,
        row_number() over (partition by extract(year from d.issued_on) order by d.issued_on, d.n) as number
    from seed_directive d where coalesce(d.in_family, 0) = 0
), coded as (
    select d.*, r.year, case when coalesce(d.in_family, 0) > 0 then (select coalesce(max(id), 0) from directive) + r.n end as parent_id,
        r.year || '-' || to_char(coalesce((select last from directive_number y where y.year = r.year), 0) + r.number, 'FM999990000')
            || case when d.in_family > 0 then '.' || lpad(d.in_family::text, 2, '0') else '' end as code
    from seed_directive d join root r on r.s = d.s and r.clause_no = d.clause_no
)
insert into directive (id, code, year, title, text, source, clause_id, conference_id, family, parent_id,
    lead_organization_id, holder_organization_id, deliverable, original_due_on, due_on, extensions, status, percent, rounds,
    issued_on, issued_at, received_at, reported_on, verified_at, timeliness, reason, example)
select c.id, c.code, c.year, c.title, c.title || '.', 'CLAUSE', c.clause_id, f.id, c.family, c.parent_id,
    case when not c.family then c.lead end, case when not c.family then c.holder end, c.deliverable, c.original, c.due_on,
    (c.extension is not distinct from 'APPROVED')::int, c.status, c.percent, c.returned::int, c.issued_on, c.issued_at,
    c.received_at, c.reported_on, c.verified_at,
    case when c.status = 'VERIFIED' then case when c.due_on is null then 'NO_DEADLINE'
        when c.reported_on > c.due_on then 'DONE_LATE' else 'DONE_ON_TIME' end end,
    case c.status when 'DECLINED' then 'Nội dung thuộc chức năng của đơn vị khác.'
        when 'CANCELLED' then 'Đã lồng vào nhiệm vụ khác.' end, true
from coded c join seed_conference f on f.n = c.conference_no order by c.id;
select setval(pg_get_serial_sequence('directive', 'id'), (select max(id) from directive));
insert into directive_number (year, last)
select year, max(substring(code from '^[0-9]{4}-([0-9]+)')::int) from directive group by year
on conflict (year) do update set last = greatest(directive_number.last, excluded.last);

insert into directive_coordination (directive_id, organization_id)
select d.id, u.id from seed_directive d join seed_unit u on u.no = (d.clause_no * 13 + d.s * 7) % u.of_all
where case when d.in_family is null then d.r8 < 0.6 else (d.s * 31 + d.clause_no) % 5 < 3 end
    and (d.family or u.id not in (d.holder, d.lead));

insert into directive_extension (directive_id, number_no, reason, due_before, due_on, status, drafted_by, drafted_at,
    signed_by, signed_at, decided_by, decided_at, comment)
select d.id, case when extension = 'APPROVED' then 1 end, 'Chờ số liệu của các đơn vị phối hợp.', original,
    case when extension = 'APPROVED' then due_on else original + 30 end, extension, head.account_id,
    original - 7 + time '15:00', head.account_id, original - 7 + time '15:00', office.account_id,
    original - 5 + time '09:30', case when extension = 'REFUSED' then 'Nhiệm vụ gắn với thời hạn báo cáo Chính phủ.' end
from seed_directive d join seed_person head on head.unit_id = d.holder and head.role = 'UNIT_HEAD'
join seed_person office on office.role = 'OFFICE'
where extension is not null and status <> 'CANCELLED'
union all
select d.id, null, 'Chờ số liệu của các đơn vị phối hợp.', due_on, due_on + 30, 'REQUESTED', head.account_id,
    today - 1 + time '15:00', head.account_id, today - 1 + time '15:00', null, null, null
from seed_directive d join seed_person head on head.unit_id = d.holder and head.role = 'UNIT_HEAD'
where status = 'IN_PROGRESS' and due_on > today and extension is null and r7 < 0.05;

insert into directive_report (directive_id, organization_id, content, document_number, document_date, document_abstract, status,
    drafted_by, drafted_at, signed_by, signed_at, decided_by, decided_at, comment)
select d.id, d.holder, 'Đã thực hiện, còn chờ số liệu so sánh.', n % 900 || '/BC', reported_on - 6, title, 'RETURNED', head.account_id,
    reported_on - 6 + time '14:00', head.account_id, reported_on - 6 + time '14:00', office.account_id,
    reported_on - 4 + time '10:00', 'Chưa nêu số liệu so sánh với kỳ trước; đề nghị bổ sung.'
from seed_directive d join seed_person head on head.unit_id = d.holder and head.role = 'UNIT_HEAD'
join seed_person office on office.role = 'OFFICE' where returned
union all
select d.id, d.holder, 'Đã hoàn thành, gửi kèm sản phẩm.', n % 900 + 1 || '/BC', reported_on, title,
    case when status = 'VERIFIED' then 'ACCEPTED' else 'SIGNED' end, head.account_id, reported_on + time '14:00',
    head.account_id, reported_on + time '14:00', case when status = 'VERIFIED' then office.account_id end, verified_at, null
from seed_directive d join seed_person head on head.unit_id = d.holder and head.role = 'UNIT_HEAD'
join seed_person office on office.role = 'OFFICE' where reported_on is not null
union all
select d.id, d.holder, 'Đã hoàn thành, gửi kèm sản phẩm.', n % 900 + 1 || '/BC', today - 1, title, 'DRAFT', clerk.account_id,
    today - 1 + time '14:00', null, null, null, null, null
from seed_directive d join seed_person clerk on clerk.unit_id = d.holder and clerk.role = 'CLERK'
where status = 'IN_PROGRESS' and r7 > 0.97;

-- What happened, in the order it happened.
create temp table seed_event on commit drop as
select id as directive_id, 'ISSUED' as act, issued_at as at, 'OFFICE' as role, null as text, original as day, null::int as percent
from seed_directive
union all
select id, 'RECEIVED', received_at, 'CLERK', null, null, null from seed_directive where received_at is not null
union all
select id, 'PROGRESSED', received_at + (coalesce(reported_on, today)::timestamp - received_at) * 0.4, 'CLERK',
    'Đã phân công, đang tổng hợp số liệu.', null, case when percent = 100 then 40 else percent end
from seed_directive where status in ('IN_PROGRESS', 'REPORTED', 'VERIFIED') and percent > 0
    and coalesce(reported_on, today) > received_at
union all
select id, 'PROGRESSED', received_at + (reported_on::timestamp - received_at) * 0.8, 'CLERK',
    'Đã có dự thảo, đang lấy ý kiến.', null, 80
from seed_directive where reported_on > received_at and r4 < 0.5
union all
select directive_id, 'EXTENSION_REQUESTED', signed_at at time zone 'Asia/Ho_Chi_Minh', 'UNIT_HEAD', e.reason, e.due_on, null
from directive_extension e join seed_directive d on d.id = directive_id
union all
select directive_id, 'EXTENSION_' || e.status, decided_at at time zone 'Asia/Ho_Chi_Minh', 'OFFICE', comment,
    case when e.status = 'APPROVED' then e.due_on end, null
from directive_extension e join seed_directive d on d.id = directive_id where e.status in ('APPROVED', 'REFUSED')
union all
select directive_id, 'REPORT_DRAFTED', drafted_at at time zone 'Asia/Ho_Chi_Minh', 'CLERK', content, null, null
from directive_report r join seed_directive d on d.id = directive_id where r.status = 'DRAFT'
union all
select directive_id, 'REPORTED', signed_at at time zone 'Asia/Ho_Chi_Minh', 'UNIT_HEAD', content, null, null
from directive_report r join seed_directive d on d.id = directive_id where r.status <> 'DRAFT'
union all
select directive_id, case when r.status = 'ACCEPTED' then 'VERIFIED' else 'RETURNED' end,
    decided_at at time zone 'Asia/Ho_Chi_Minh', 'OFFICE', comment, null, null
from directive_report r join seed_directive d on d.id = directive_id where r.status in ('ACCEPTED', 'RETURNED')
union all
select id, 'DECLINED', received_at + interval '4 hours', 'UNIT_HEAD', 'Nội dung thuộc chức năng của đơn vị khác.', null, null
from seed_directive where status = 'DECLINED'
union all
select id, 'CANCELLED', received_at + interval '2 days', 'OFFICE', 'Đã lồng vào nhiệm vụ khác.', null, null
from seed_directive where status = 'CANCELLED';
analyze seed_event;

insert into directive_event (directive_id, act, at, account_id, actor, organization_id, text, day, percent)
select e.directive_id, e.act, e.at, p.account_id, p.display_name,
    case when e.role = 'OFFICE' then p.unit_id else d.lead end, e.text, e.day, e.percent
from seed_event e join seed_directive d on d.id = e.directive_id
join seed_person p on p.role = e.role and (e.role = 'OFFICE' or p.unit_id = d.holder)
order by e.at, e.directive_id;

insert into audit_entry (at, account_id, actor, role, organization_id, address, area, action, subject_id, subject, changes)
select w.at, p.account_id, p.display_name, w.role, p.unit_id, '127.0.0.1', w.area, w.action, w.subject_id, w.subject, w.changes
from (
    select e.at, e.role, d.holder, 'directive' as area, 'directive.audit.' || e.act as action, d.id as subject_id,
        t.code || ' ' || t.title as subject, case when e.act = 'PROGRESSED' then jsonb_build_array(jsonb_build_object(
            'label', 'directive.percent', 'before', '0%', 'after', e.percent || '%')) else '[]'::jsonb end as changes
    from seed_event e join seed_directive d on d.id = e.directive_id join directive t on t.id = d.id
    union all
    select a.at, 'OFFICE', null, 'conference', 'conference.audit.' || a.act, c.id, f.code || ' ' || f.title, '[]'
    from seed_conference c join conference f on f.id = c.id
    cross join lateral (values ('created', least((c.starts_on - 21) + time '09:00', current_setting('seed.today')::date + time '00:00')),
        ('announced', f.announced_at at time zone 'Asia/Ho_Chi_Minh'),
        ('concluded', f.concluded_at at time zone 'Asia/Ho_Chi_Minh')) a (act, at)
    where a.at is not null
    union all
    select s.registered_at, 'CLERK', l.holder, 'attendance', 'attendance.audit.registered', s.conference_id,
        f.code || ' ' || s.full_name, '[]'
    from seed_attendee s join conference f on f.id = s.conference_id
    join (select lead, min(holder) as holder from seed_line group by lead) l on l.lead = s.organization_id
) w join seed_person p on p.role = w.role and (w.role = 'OFFICE' or p.unit_id = w.holder)
order by w.at, w.area, w.subject_id;

-- Who is told is joined by equality in each half: one join that chose between them compared every
-- act with every grant.
insert into notification (account_id, message_key, arguments, url, sent_at, read_at, kind)
select m.account_id, 'directive.notice.' || lower(m.act), jsonb_build_array(t.code, t.title,
        coalesce(to_char(t.due_on, 'DD/MM/YYYY'), ''), o.name), '/directives/' || t.id, m.at,
    case when m.at < p.today - 7 then m.at + interval '3 hours' end,
    case when m.act = 'ISSUED' then 'directive.assignment' else 'directive.request' end
from (select e.directive_id, e.act, e.at, g.account_id from seed_event e join seed_directive d on d.id = e.directive_id
        join role_grant g on g.organization_id = d.holder and g.role in ('CLERK', 'UNIT_HEAD') where e.act = 'ISSUED'
    union all
    select e.directive_id, e.act, e.at, g.account_id from seed_event e join role_grant g on g.role = 'OFFICE'
    where e.act = 'REPORTED') m
join directive t on t.id = m.directive_id join organization o on o.id = t.holder_organization_id cross join seed_plan p
where m.at > p.today - 90 order by m.at;

select directive_reader_fill();
analyze directive, directive_reader, directive_extension, directive_report, directive_event;
alter table directive enable trigger directive_counted;
alter table directive enable trigger directive_given;
alter table directive enable trigger directive_read;
alter table directive_coordination enable trigger directive_coordination_read;
select open_clause_fill();

-- A file is closed once nothing of it is open any more.
update conference c set status = 'CLOSED', closed_at = (c.ends_on + 200) + time '09:00'
from seed_conference s, seed_plan p
where s.id = c.id and c.status = 'CONCLUDED' and c.ends_on + 200 < p.today and not exists (select from directive d
    where d.conference_id = c.id and not d.family and d.status in ('ISSUED', 'IN_PROGRESS', 'DECLINED', 'REPORTED'));

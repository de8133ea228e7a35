using System.Globalization;
using Campaign.Api.Imports;
using Campaign.Api.Organization;
using Campaign.Api.Problems;
using Campaign.Contracts;
using Campaign.Hosting.Problems;
using Campaign.Organization.Members;
using Campaign.Organization.Posts;
using Campaign.Organization.Units;
using Campaign.Tables.Imports;

namespace Campaign.Organization.Import;

/// <summary>What the database holds of those whom a file names.</summary>
/// <param name="Posts">Posts that have not ended, by member.</param>
/// <param name="Statuses">In use today.</param>
/// <param name="Sexes">In use today.</param>
public sealed record KnownMembers(
    IReadOnlyDictionary<string, Unit> Units,
    IReadOnlyDictionary<string, Member> Members,
    ILookup<Guid, MemberPost> Posts,
    IReadOnlyList<string> Statuses,
    IReadOnlyList<string> Sexes
);

/// <summary>
/// Works out what a file of members comes to. A member in the file gets the file's name, unit, status and joining day; posts are
/// added from <paramref name="today"/> on and never ended by an import.
/// </summary>
public sealed class MemberPlanner(KnownMembers known, ImportErrors errors, ImportScope scope, DateOnly today)
{
    public static readonly IReadOnlyList<string> Columns = ["number", "full_name", "unit_code"];
    public static readonly IReadOnlyList<string> OptionalColumns = ["joined_on", "official_since", "sex", "birth_year", "status", "posts"];

    private readonly ImportPlan _plan = new(errors);

    public ImportPlan Plan(IReadOnlyList<CsvRow> rows)
    {
        _plan.Rows = rows.Count;
        Dictionary<string, CsvRow> first = [];
        foreach (var row in rows)
        {
            if (first.TryAdd(row["number"], row))
            {
                Apply(row);
            }
            else if (row.SameAs(first[row["number"]]))
            {
                _plan.Repeated++;
            }
            else
            {
                errors.Add(row, "number", ImportProblems.SaidOtherwiseBefore, ("line", first[row["number"]].Line));
            }
        }

        return _plan;
    }

    private void Apply(CsvRow row)
    {
        var fullName = errors.Text(row, "full_name", Member.MaxFullName);
        var status = row["status"].Length == 0 ? MemberStatuses.Active : errors.OneOf(row, "status", known.Statuses);
        var facts = FactsOf(row);
        CheckNumber(row);

        var unit = UnitOf(row, "unit_code", row["unit_code"]);
        var posts = PostsOf(row);
        if (unit is null || errors.HasLine(row.Line))
        {
            return;
        }

        var member = known.Members.GetValueOrDefault(row["number"]);
        if (
            !scope.Covers(unit.Path)
            || (member is not null && !scope.Covers(member.UnitPath))
            || posts.Any(post => !scope.Covers(post.Unit.Path))
        )
        {
            _plan.Outside.Add(row.Line);
            return;
        }

        Write(member, row["number"], fullName, unit, status, facts, posts);
    }

    private void Write(
        Member? member,
        string number,
        string fullName,
        Unit unit,
        string status,
        PersonalFacts facts,
        List<(string Role, Unit Unit)> posts
    )
    {
        var created = member is null;
        var changed = false;
        if (member is null)
        {
            member = Member.Register(number, fullName, unit, status, facts.JoinedOn ?? today, facts);
            _plan.Added.Add(member);
            _plan.Events.Add(member.Changed());
        }
        else
        {
            (changed, var before) = member.Change(fullName, unit, status, today, facts.Or(member.Facts()));
            if (before is not null)
            {
                _plan.Added.Add(before);
            }

            if (changed)
            {
                _plan.Events.Add(member.Changed());
            }
        }

        foreach (
            var (role, at) in posts.Where(post =>
                !known.Posts[member.Id].Any(held => held.Role == post.Role && held.UnitId == post.Unit.Id)
            )
        )
        {
            changed = true;
            var post = MemberPost.Assign(member, at, role, today, null);
            _plan.Added.Add(post);
            _plan.Events.Add(post.Assigned());
        }

        _plan.Created += created ? 1 : 0;
        _plan.Changed += !created && changed ? 1 : 0;
        _plan.Unchanged += !created && !changed ? 1 : 0;
    }

    private PersonalFacts FactsOf(CsvRow row)
    {
        var joinedOn = OptionalDay(row, "joined_on");
        var officialSince = OptionalDay(row, "official_since");
        if (officialSince < joinedOn)
        {
            errors.Add(row, "official_since", FieldCodes.EndBeforeStart, ("start", "joined_on"));
        }

        var sex = row["sex"].Length == 0 ? null : errors.OneOf(row, "sex", known.Sexes);
        int? birthYear = null;
        if (row["birth_year"].Length > 0)
        {
            if (
                !int.TryParse(row["birth_year"], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
                || !PersonalFacts.IsBirthYear(year, today)
            )
            {
                errors.Add(row, "birth_year", OrganizationProblems.BirthYear, PersonalFacts.BirthYears(today));
            }

            birthYear = year;
        }

        return new PersonalFacts(joinedOn, officialSince, sex, birthYear);
    }

    private DateOnly? OptionalDay(CsvRow row, string column)
    {
        if (row[column].Length == 0)
        {
            return null;
        }

        var day = errors.Day(row, column);
        if (day > today)
        {
            errors.Add(row, column, FieldCodes.TooLate, ("latest", today));
        }

        return day;
    }

    private void CheckNumber(CsvRow row)
    {
        if (MemberNumber.LooksLikeCitizenId(row["number"]))
        {
            errors.Add(row.Line, "", Problem.Error("number", OrganizationProblems.CitizenId));
        }
        else if (!MemberNumber.IsValid(row["number"]))
        {
            errors.Add(row, "number", OrganizationProblems.MemberNumber);
        }
    }

    private List<(string Role, Unit Unit)> PostsOf(CsvRow row)
    {
        List<(string Role, Unit Unit)> posts = [];
        foreach (var text in row["posts"].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct())
        {
            if (text.Split('@') is not [var role, var code])
            {
                errors.Add(row.Line, text, Problem.Error("posts", OrganizationProblems.PostForm));
            }
            else if (UnitOf(row, "posts", code) is { } unit)
            {
                if (PostRules.Objection("posts", role, unit, scope.ByOperator) is { } wrong)
                {
                    errors.Add(row.Line, text, wrong);
                }

                posts.Add((role, unit));
            }
        }

        return posts;
    }

    private Unit? UnitOf(CsvRow row, string column, string code)
    {
        if (known.Units.GetValueOrDefault(code) is { } unit)
        {
            return unit;
        }

        errors.Add(row.Line, code, Problem.Error(column, OrganizationProblems.UnitUnknown));
        return null;
    }
}

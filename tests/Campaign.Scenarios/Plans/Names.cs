using System.Globalization;

namespace Campaign.Scenarios.Plans;

/// <summary>Invented people: common names, drawn by chance.</summary>
internal static class Names
{
    private static readonly string[] s_family =
    [
        .. Resource
            .Lines("family-names.txt")
            .SelectMany(line =>
            {
                var parts = line.Split(' ');
                return Enumerable.Repeat(parts[0], int.Parse(parts[1], CultureInfo.InvariantCulture));
            }),
    ];

    private static readonly string[] s_male = Resource.Lines("male-names.txt");
    private static readonly string[] s_female = Resource.Lines("female-names.txt");

    public static string Of(Chance chance, string number)
    {
        var given = chance.Share("sex", number) < 0.55 ? s_male : s_female;
        return $"{s_family[chance.Below(s_family.Length, "family", number)]} {given[chance.Below(given.Length, "given", number)]}";
    }
}

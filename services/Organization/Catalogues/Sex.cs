using Campaign.ServiceDefaults.Catalogues;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Organization.Catalogues;

/// <summary>A member's sex as it is registered.</summary>
public sealed class Sex : ImportedRow
{
    internal static Sex[] Shipped => [Row(1, "female", "Nữ", "Female"), Row(2, "male", "Nam", "Male")];

    internal static void Configure(EntityTypeBuilder<Sex> sex) => sex.IsCatalogue("sexes");

    private static Sex Row(int position, string code, string name, string english) =>
        new()
        {
            Position = position,
            Code = code,
            Name = name,
            EnglishName = english,
            ValidFrom = FirstDay.Value,
            Source = "Luật Hộ tịch 60/2014/QH13; chưa đối chiếu",
            Verified = false,
        };
}

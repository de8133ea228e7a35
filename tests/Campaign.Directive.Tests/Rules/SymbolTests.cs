using System.Text;
using Campaign.Directives.Documents;
using FsCheck;
using FsCheck.Fluent;

namespace Campaign.Directives.Tests.Rules;

public sealed class SymbolTests
{
    private static readonly string[] s_codes = [.. DocumentTypeCatalogue.Rows.SelectMany(type => type.SymbolCodes).Distinct()];

    [Theory]
    [InlineData("16 - HD/BTCTW", "16-HD/BTCTW")]
    [InlineData("số 01-KL/TW", "01-KL/TW")]
    [InlineData("Số: 39 – kh / tu", "39-KH/TU")]
    [InlineData("1-kl/tw", "01-KL/TW")]
    [InlineData("0005-CT/TW", "05-CT/TW")]
    [InlineData("366−qđ/tw", "366-QĐ/TW")]
    [InlineData("12-QYĐ/ĐU", "12-QyĐ/ĐU")]
    [InlineData("3-ctr/qu", "03-CTr/QU")]
    [InlineData("39 / kh – ubnd", "39/KH-UBND")]
    [InlineData("Số: 5/QĐ-UBND", "05/QĐ-UBND")]
    [InlineData("120/UBND-NV", "120/UBND-NV")]
    [InlineData("120/cv-ubnd-nv", "120/UBND-NV")]
    [InlineData("5/CV−UBND", "05/CV-UBND")]
    [InlineData("7/bc-ubnd-vp", "07/BC-UBND-VP")]
    public void Symbol_is_normalised(string written, string expected) => Symbol.TryParse(written, s_codes)!.ToString().ShouldBe(expected);

    [Fact]
    public void Symbol_is_composed_whatever_the_keyboard_wrote() =>
        Symbol
            .TryParse("05-HD/BTUỶ".Normalize(NormalizationForm.FormD), s_codes)!
            .IssuerSuffix.ShouldBe("BTUỶ".Normalize(NormalizationForm.FormC));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("KL/TW")]
    [InlineData("00-KL/TW")]
    [InlineData("01-XX/TW")]
    [InlineData("01-KL")]
    [InlineData("01-KL/")]
    [InlineData("01-KL/TW; drop table directives")]
    [InlineData("1234567-KL/TW")]
    public void Symbol_of_another_shape_is_none(string? written) => Symbol.TryParse(written, s_codes).ShouldBeNull();

    [Fact]
    public void Symbol_normalised_stays_as_it_is() =>
        Prop.ForAll(Written.ToArbitrary(), written =>
            {
                var once = Symbol.TryParse(written, s_codes)!;
                return Symbol.TryParse(once.ToString(), s_codes) == once;
            })
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Symbol_does_not_depend_on_blanks_case_hyphen_or_composition() =>
        Prop.ForAll(Same.ToArbitrary(), pair =>
                Symbol.TryParse(pair.One, s_codes) is { } one && one == Symbol.TryParse(pair.Other, s_codes)
            )
            .QuickCheckThrowOnFailure();

    private static Gen<(int Number, string Code, string Suffix)> Parts =>
        from number in Gen.Choose(1, 999_999)
        from code in Gen.Elements(s_codes)
        from suffix in Gen.Elements("TW", "TU", "ĐU", "QU", "VPTW", "BTCTW", "UBKTTU", "UBND")
        select (number, code, suffix);

    private static Gen<string> Written => Parts.SelectMany(Spelling);

    private static Gen<(string One, string Other)> Same =>
        from parts in Parts
        from one in Spelling(parts)
        from other in Spelling(parts)
        select (one, other);

    private static Gen<string> Spelling((int Number, string Code, string Suffix) parts) =>
        from prefix in Gen.Elements("", "số ", "Số: ", " ")
        from hyphen in Gen.Elements("-", " - ", "–", " — ", "−", "\u2011")
        from slash in Gen.Elements("/", " / ", "/ ")
        from lower in Gen.Elements(true, false)
        from form in Gen.Elements(NormalizationForm.FormC, NormalizationForm.FormD)
        let text = parts.Suffix == "UBND" ? $"{slash}{parts.Code}{hyphen}{parts.Suffix}" : $"{hyphen}{parts.Code}{slash}{parts.Suffix}"
        select $"{prefix}{parts.Number}{(lower ? text.ToLowerInvariant() : text)}".Normalize(form);
}

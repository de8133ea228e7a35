using MudBlazor;

namespace Campaign.Portal.App;

/// <summary>Colours with at least 4.5:1 between text and ground in both themes; type from the system's own fonts.</summary>
internal static class Theme
{
    private static readonly string[] s_fonts = ["Noto Sans", "Segoe UI", "Roboto", "system-ui", "sans-serif"];

    public static readonly MudTheme Campaign = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#a3121a",
            PrimaryContrastText = "#ffffff",
            Secondary = "#7a4f01",
            Background = "#f7f5f3",
            Surface = "#ffffff",
            TextPrimary = "#1b1b1f",
            TextSecondary = "#4a4b52",
            Success = "#1b6b2e",
            Error = "#a3121a",
            LinesDefault = "#c9c6c2",
            LinesInputs = "#74777f",
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#ffb3ac",
            PrimaryContrastText = "#5b0007",
            Secondary = "#f2c14e",
            SecondaryContrastText = "#3b2900",
            Background = "#151517",
            Surface = "#202023",
            TextPrimary = "#ece8ea",
            TextSecondary = "#c3c1c6",
            Success = "#8fd89b",
            SuccessContrastText = "#00390f",
            Error = "#ffb3ac",
            LinesDefault = "#48484d",
            LinesInputs = "#9a9ca4",
        },
        Typography = new Typography
        {
            Default = new DefaultTypography
            {
                FontFamily = s_fonts,
                FontSize = "1rem",
                LineHeight = "1.5",
            },
            Body1 = new Body1Typography
            {
                FontFamily = s_fonts,
                FontSize = "1rem",
                LineHeight = "1.5",
            },
            Button = new ButtonTypography
            {
                FontFamily = s_fonts,
                FontSize = "1rem",
                FontWeight = "600",
                TextTransform = "none",
            },
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "8px" },
    };

    /// <summary>Series of charts; readable on both grounds.</summary>
    public static readonly string[] Series = ["#c0392b", "#c98a00", "#2e7d4f", "#3f6fb5", "#8250a8", "#5f6b73"];
}

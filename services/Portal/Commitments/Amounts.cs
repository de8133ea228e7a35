using System.Globalization;
using Campaign.Api.Directive;

namespace Campaign.Portal.Commitments;

/// <summary>How much was promised and done, as one reads it.</summary>
internal static class Amounts
{
    public static string Text(decimal amount) => amount.ToString("#,0.##", CultureInfo.CurrentCulture);

    /// <summary>What a field for numbers holds; null when it is no number.</summary>
    public static decimal? Read(object? field) =>
        decimal.TryParse(field?.ToString(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && amount > 0
            ? amount
            : null;

    public static string Field(decimal? amount) => amount?.ToString("0.##", CultureInfo.InvariantCulture) ?? "";

    /// <summary>Percent of the target, 0–100; a deed that is not reached does not read as done.</summary>
    public static decimal Share(DeedView deed) => deed.Done >= deed.Target ? 100 : Math.Min(99, Math.Floor(deed.Done * 100 / deed.Target));

    /// <summary>The state as it is shown: an open deed is overdue, waits for its confirmation, or is open.</summary>
    public static string State(DeedView deed) =>
        deed.State != DeedStates.Open ? deed.State
        : deed.Overdue ? "overdue"
        : deed.ReachedOn is not null ? "reached"
        : DeedStates.Open;
}

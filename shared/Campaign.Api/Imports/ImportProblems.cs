using Campaign.Api.Problems;

namespace Campaign.Api.Imports;

/// <summary>What can be wrong with a file and its rows, whatever they hold.</summary>
public static class ImportProblems
{
    public static readonly FieldCode NoText = new("no-text");
    public static readonly FieldCode NoWorkbook = new("no-workbook");
    public static readonly FieldCode WorkbookTooLarge = new("workbook-too-large");

    /// <summary>Params <c>header</c>.</summary>
    public static readonly FieldCode FileEmpty = new("file-empty");

    /// <summary>Params <c>header</c>.</summary>
    public static readonly FieldCode ColumnMissing = new("column-missing");

    /// <summary>Params <c>header</c>.</summary>
    public static readonly FieldCode ColumnUnknown = new("column-unknown");

    public static readonly FieldCode ColumnTwice = new("column-twice");
    public static readonly FieldCode QuotesUnpaired = new("quotes-unpaired");

    /// <summary>Params <c>count</c>, <c>columns</c>.</summary>
    public static readonly FieldCode ValuesInRow = new("values-in-row");

    public static readonly FieldCode NoDay = new("no-day");

    /// <summary>Params <c>line</c>.</summary>
    public static readonly FieldCode SaidOtherwiseBefore = new("said-otherwise-before");

    public static readonly FieldCode Formula = new("formula");
}

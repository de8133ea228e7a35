using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PdfSharp.Pdf;
using PdfSharp.Pdf.Advanced;
using PdfSharp.Pdf.Content;
using PdfSharp.Pdf.Content.Objects;
using PdfSharp.Pdf.IO;

namespace Campaign.Recognition.Tests.Service;

/// <summary>Reads a page as a text extractor does: glyph numbers through the fonts' ToUnicode maps.</summary>
internal sealed partial class PdfText
{
    private readonly StringBuilder _text = new();
    private readonly PdfPage _page;
    private Dictionary<int, string> _letters = [];

    private PdfText(PdfPage page) => _page = page;

    /// <summary>What is drawn as text, a line a string.</summary>
    public static string Of(byte[] pdf)
    {
        using var document = Open(pdf);
        var reader = new PdfText(document.Pages[0]);
        reader.Read(ContentReader.ReadContent(document.Pages[0]));
        return reader._text.ToString();
    }

    /// <summary>Filled squares narrower than five points: the modules of the QR code.</summary>
    public static int SmallSquares(byte[] pdf)
    {
        using var document = Open(pdf);
        return Operators(ContentReader.ReadContent(document.Pages[0])).Count(operation => operation.OpCode.OpCodeName == OpCodeName.re
            && Math.Abs(Number(operation.Operands[2])) < 5 && Math.Abs(Math.Abs(Number(operation.Operands[2])) - Math.Abs(Number(operation.Operands[3]))) < 0.01);
    }

    public static PdfDocument Open(byte[] pdf) => PdfReader.Open(new MemoryStream(pdf), PdfDocumentOpenMode.Import);

    private void Read(CSequence content)
    {
        foreach (var operation in Operators(content))
        {
            switch (operation.OpCode.OpCodeName)
            {
                case OpCodeName.Tf:
                    _letters = LettersOf(((CName)operation.Operands[0]).Name);
                    break;
                case OpCodeName.Tj:
                    Append(((CString)operation.Operands[0]).Value);
                    _text.AppendLine();
                    break;
                case OpCodeName.TJ:
                    foreach (var part in ((CArray)operation.Operands[0]).OfType<CString>())
                    {
                        Append(part.Value);
                    }

                    _text.AppendLine();
                    break;
            }
        }
    }

    private static IEnumerable<COperator> Operators(CSequence content) => content.SelectMany(item => item switch
    {
        COperator operation => [operation],
        CSequence nested => Operators(nested),
        _ => [],
    });

    private void Append(string bytes)
    {
        for (var at = 0; at + 1 < bytes.Length; at += 2)
        {
            _text.Append(_letters.GetValueOrDefault((bytes[at] << 8) | bytes[at + 1], "�"));
        }
    }

    private Dictionary<int, string> LettersOf(string font)
    {
        var fonts = _page.Resources.Elements.GetDictionary("/Font")!;
        var map = ((PdfDictionary)((PdfReference)fonts.Elements.GetDictionary(font)!.Elements["/ToUnicode"]!).Value).Stream.UnfilteredValue;
        return RangeLine().Matches(Encoding.ASCII.GetString(map))
            .ToDictionary(match => Hex(match.Groups[1].Value), match => char.ConvertFromUtf32(Hex(match.Groups[2].Value)));
    }

    private static int Hex(string digits) => int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static double Number(CObject value) => value is CReal real ? real.Value : ((CInteger)value).Value;

    [GeneratedRegex(@"<([0-9A-Fa-f]{4})><[0-9A-Fa-f]{4}><([0-9A-Fa-f]{4})>")]
    private static partial Regex RangeLine();
}

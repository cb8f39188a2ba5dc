using System.Globalization;
using System.Text;
using System.Xml;
using ProgramReview.Core.Checking.Reading;

namespace ProgramReview.Functions.Checking.Reading;

/// <summary>Reads the XML of one part forward, never deeper than elements may be nested, and without anything that it refers to.</summary>
internal sealed class BoundedXml(Stream content, ReadingBudget budget) : IDisposable
{
    private static readonly XmlReaderSettings Settings = new()
    {
        XmlResolver = null,
        DtdProcessing = DtdProcessing.Prohibit,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>Where it stands.</summary>
    public XmlReader At { get; } = XmlReader.Create(content, Settings);

    /// <summary>Goes to the next node.</summary>
    public bool Read()
    {
        budget.Step();
        return At.Read()
            && (
                At.Depth <= budget.Limits.Depth
                    ? true
                    : throw new ReadingStoppedException(ReadingFault.TooDeep)
            );
    }

    /// <summary>Goes to the end of the element it stands on.</summary>
    public void Skip()
    {
        if (!At.IsEmptyElement)
        {
            for (var depth = At.Depth; Read() && At.Depth > depth; ) { }
        }
    }

    /// <summary>Every element within the one it stands on, whatever its depth, until its end.</summary>
    public IEnumerable<string> Within()
    {
        if (At.IsEmptyElement)
        {
            yield break;
        }
        var depth = At.Depth;
        while (Read() && At.Depth > depth)
        {
            if (At.NodeType == XmlNodeType.Element)
            {
                yield return At.LocalName;
            }
        }
    }

    /// <summary>The text within the element it stands on.</summary>
    public string Text()
    {
        if (At.IsEmptyElement)
        {
            return "";
        }
        var depth = At.Depth;
        // Nearly always there is one piece.
        var first = "";
        StringBuilder? all = null;
        while (Read() && At.Depth > depth)
        {
            if (!IsText)
            {
                continue;
            }
            if (first.Length == 0)
            {
                first = At.Value;
            }
            else
            {
                (all ??= new StringBuilder(first)).Append(At.Value);
            }
        }
        return all?.ToString() ?? first;
    }

    /// <summary>Whether it stands on text, blanks included.</summary>
    public bool IsText =>
        At.NodeType
            is XmlNodeType.Text
                or XmlNodeType.CDATA
                or XmlNodeType.Whitespace
                or XmlNodeType.SignificantWhitespace;

    /// <summary>An attribute of whatever namespace.</summary>
    public string? this[string name]
    {
        get
        {
            string? value = null;
            while (At.MoveToNextAttribute())
            {
                if (At.LocalName == name)
                {
                    value = At.Value;
                    break;
                }
            }
            At.MoveToElement();
            return value;
        }
    }

    /// <summary>A whole number in an attribute.</summary>
    public int? Number(string name) =>
        int.TryParse(this[name], NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>Whether an attribute says yes, or there is none: how Word switches things on.</summary>
    public bool IsOn => this["val"] is not ("0" or "false" or "off");

    /// <inheritdoc/>
    public void Dispose() => At.Dispose();
}

namespace ProgramReview.Functions.Forms.Flow;

/// <summary>How a paragraph looks.</summary>
internal enum FlowLook
{
    /// <summary>As the text of a report.</summary>
    Prose,

    /// <summary>As a heading that stands in no list of headings.</summary>
    Inner,

    /// <summary>As a remark.</summary>
    Remark,
}

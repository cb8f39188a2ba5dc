using System.Text.Json.Serialization;

namespace ProgramReview.Core.Checking.Reading;

/// <summary>The kinds of content that acts by itself or brings another file along.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ActiveContentKind>))]
public enum ActiveContentKind
{
    /// <summary>A program in the document.</summary>
    Macro,

    /// <summary>A control that runs code of its own.</summary>
    ActiveX,

    /// <summary>A template fetched from elsewhere when the document is opened.</summary>
    RemoteTemplate,

    /// <summary>A picture, frame or data of a document fetched from elsewhere; hyperlinks are none.</summary>
    RemoteContent,

    /// <summary>Cells that are taken from another workbook.</summary>
    ExternalWorkbook,

    /// <summary>An object of another program, or a whole document inside this one.</summary>
    EmbeddedObject,

    /// <summary>A file attached to a PDF.</summary>
    Attachment,

    /// <summary>A script in a PDF.</summary>
    JavaScript,

    /// <summary>An action of a PDF that starts a program.</summary>
    Launch,
}

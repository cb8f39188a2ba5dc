using ProgramReview.Core.Checking.Reading;
using ProgramReview.Core.Planning;
using Xunit;

namespace ProgramReview.Functions.Tests.Checking.Reading;

/// <summary>What acts by itself is found wherever an Office file names it.</summary>
public sealed class OfficeActiveTests
{
    public static TheoryData<string, string, string, ActiveContentKind[]> Actives =>
        new()
        {
            { "nothing", "", "", [] },
            { Docxs.Related("x", "hyperlink", "http://a.example/", true), "", "", [] },
            {
                Docxs.Related("x", "vbaProject", "vbaProject.bin"),
                "word/vbaProject.bin",
                "",
                [ActiveContentKind.Macro]
            },
            { "a part without a relation", "WORD/VBAPROJECT.BIN", "", [ActiveContentKind.Macro] },
            { "", "word/activeX/activeX1.xml", "", [ActiveContentKind.ActiveX] },
            {
                Docxs.Related("x", "attachedTemplate", "http://a.example/t.dotm", true),
                "",
                "",
                [ActiveContentKind.RemoteTemplate]
            },
            {
                Docxs.Related("x", "attachedTemplate", "file://server/share/t.dotm", true),
                "",
                "",
                [ActiveContentKind.RemoteTemplate]
            },
            {
                Docxs.Related("x", "attachedTemplate", "file:///C:\\Users\\a\\Normal.dotm", true),
                "",
                "",
                []
            },
            {
                Docxs.Related("x", "image", "http://a.example/i.png", true),
                "",
                "",
                [ActiveContentKind.RemoteContent]
            },
            { Docxs.Related("x", "image", "media/i.png"), "word/media/i.png", "", [] },
            {
                Docxs.Related("x", "oleObject", "embeddings/o.bin"),
                "word/embeddings/o.bin",
                "",
                [ActiveContentKind.EmbeddedObject]
            },
            {
                Docxs.Related("x", "aFChunk", "afchunk1.docx"),
                "word/afchunk1.docx",
                "",
                [ActiveContentKind.EmbeddedObject]
            },
            {
                "a field",
                "",
                "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>DDEAUTO c:\\\\a</w:instrText></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>",
                [ActiveContentKind.RemoteContent]
            },
        };

    [Theory]
    [MemberData(nameof(Actives))]
    public async Task It_is_named(
        string relation,
        string part,
        string body,
        ActiveContentKind[] kinds
    )
    {
        var file = Docxs.Of(
            body,
            relations: relation.StartsWith('<') ? relation : "",
            more: part.Length == 0 ? [] : [(part, "x")]
        );

        var facts = await Readers.ReadAsync(file, FileFormat.Docx);

        Assert.Null(facts.Fault);
        Assert.Equal(kinds, facts.Active.Select(active => active.Kind));
    }

    [Fact]
    public async Task A_form_says_which_it_is()
    {
        var file = Docxs.Of(
            "",
            more: (
                "docProps/custom.xml",
                "<Properties xmlns:vt='v'><property name='ProgramReview.Form'><vt:lpwstr>outline/1</vt:lpwstr></property><property name='Other'><vt:lpwstr>x</vt:lpwstr></property><property name='ProgramReview.Assignment'><vt:lpwstr>c/t/b</vt:lpwstr></property></Properties>"
            )
        );

        Assert.Equal(
            new FormMark("outline/1", "c/t/b", null),
            (await Readers.ReadAsync(file, FileFormat.Docx)).Form
        );
        Assert.Null((await Readers.ReadAsync(Docxs.Of(""), FileFormat.Docx)).Form);
    }
}

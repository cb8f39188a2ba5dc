using ProgramReview.Functions.Uploading;

namespace ProgramReview.Adapters.Tests.Clients;

public sealed class BlobCreatedMessageTests
{
    private const string Subject =
        "/blobServices/default/containers/submissions/blobs/c/u/1/a.docx";

    [Theory]
    [InlineData(
        """{"topic":"/subscriptions/x","subject":"@","eventType":"Microsoft.Storage.BlobCreated","id":"1","data":{"api":"PutBlob","url":"https://a/b"},"dataVersion":"","metadataVersion":"1","eventTime":"2024-09-01T00:00:00Z"}"""
    )]
    [InlineData("""[{"subject":"@","eventType":"Microsoft.Storage.BlobCreated"}]""")]
    [InlineData(
        """{"specversion":"1.0","type":"Microsoft.Storage.BlobCreated","source":"/subscriptions/x","id":"1","time":"2024-09-01T00:00:00Z","subject":"@","data":{"api":"PutBlob"}}"""
    )]
    [InlineData("""[{"specversion":"1.0","type":"Microsoft.Storage.BlobCreated","subject":"@"}]""")]
    public void Both_schemas_alone_or_in_an_array_name_the_blob(string message)
    {
        Assert.True(
            BlobCreatedMessage.TryReadBlobName(
                message.Replace("@", Subject, StringComparison.Ordinal),
                out var name
            )
        );
        Assert.Equal("c/u/1/a.docx", name);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("wake")]
    [InlineData("null")]
    [InlineData("42")]
    [InlineData("[]")]
    [InlineData("[[[]]]")]
    [InlineData("{}")]
    [InlineData("""{"subject":"@"}""")]
    [InlineData("""{"subject":"@","eventType":"Microsoft.Storage.BlobDeleted"}""")]
    [InlineData("""{"subject":"@","eventType":{"a":1}}""")]
    [InlineData("""{"subject":7,"eventType":"Microsoft.Storage.BlobCreated"}""")]
    [InlineData("""{"subject":"@","eventType":"Microsoft.Storage.BlobCreated\ud800"}""")]
    [InlineData("""{"subject":"@\u0000","eventType":"Microsoft.Storage.BlobCreated"}""")]
    [InlineData("""{"subject":"@\ud800","eventType":"Microsoft.Storage.BlobCreated"}""")]
    [InlineData(
        """{"subject":"/blobServices/default/containers/submissions/blobs/","type":"Microsoft.Storage.BlobCreated"}"""
    )]
    [InlineData(
        """{"subject":"/blobServices/default/containers/documents/blobs/a","type":"Microsoft.Storage.BlobCreated"}"""
    )]
    [InlineData(
        """[{"subject":"@","type":"Microsoft.Storage.BlobCreated"},{"subject":"@","type":"Microsoft.Storage.BlobCreated"}]"""
    )]
    public void Anything_else_names_none(string? message)
    {
        Assert.False(
            BlobCreatedMessage.TryReadBlobName(
                message?.Replace("@", Subject, StringComparison.Ordinal),
                out var name
            )
        );
        Assert.Null(name);
    }

    [Fact]
    public void Deep_long_and_overlong_messages_name_none()
    {
        Assert.False(BlobCreatedMessage.TryReadBlobName(new string('[', 60_000), out _));
        Assert.False(BlobCreatedMessage.TryReadBlobName(new string(' ', 70_000), out _));
        Assert.False(
            BlobCreatedMessage.TryReadBlobName(
                BlobCreatedMessage.Write(
                    new string('a', 1025),
                    "1",
                    TimeProvider.System.GetUtcNow()
                ),
                out _
            )
        );
    }
}

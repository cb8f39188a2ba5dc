namespace ProgramReview.Azure.Tests;

/// <summary>The tests that publish the app and start it with all that belongs to it: once, and while no other test runs.</summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class PublishedAppCollection : ICollectionFixture<AzureBuild>;

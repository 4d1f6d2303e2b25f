using SupportConsole.Domain.Triage.Learning;

namespace SupportConsole.Tests.Triage.Learning;

public sealed class TextModelFileTests : IDisposable
{
    private static readonly TextModel Model = TextModelTraining.Train(SmallTexts.Make(200, 1), new LearningOptions(), strangers: SmallTexts.Strangers(40, 1));

    private readonly string _folder = Directory.CreateTempSubdirectory("model-").FullName;

    private string Path => System.IO.Path.Combine(_folder, "triage.model");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Model_WrittenAndRead_AnswersAsBefore()
    {
        TextModelFile.Write(Model, Path);
        var read = TextModelFile.Read(Path);

        SmallTexts.Make(50, 2).Texts.ShouldAllBe(text => read.Classify(text) == Model.Classify(text));
        read.Labels.ShouldBe(Model.Labels);
        (read.Facts.TrainedOn, read.Facts.DataHash, read.Facts.Options, read.Facts.HeldOut.Accuracy)
            .ShouldBe((Model.Facts.TrainedOn, Model.Facts.DataHash, Model.Facts.Options, Model.Facts.HeldOut.Accuracy));
        Directory.GetFiles(_folder).ShouldBe([Path]);
    }

    [Theory]
    [InlineData(0, "triage.model is no model file.")]
    [InlineData(4, "it was written by a newer one")]
    [InlineData(2000, "triage.model is damaged")]
    public void Model_WithAByteChanged_IsRefusedWithTheReason(int at, string reason)
    {
        TextModelFile.Write(Model, Path);
        var bytes = File.ReadAllBytes(Path);
        bytes[at] ^= 0x40;
        File.WriteAllBytes(Path, bytes);

        Should.Throw<InvalidDataException>(() => TextModelFile.Read(Path)).Message.ShouldContain(reason);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    [InlineData(5000)]
    public void Model_CutShort_IsRefused(int length)
    {
        TextModelFile.Write(Model, Path);
        File.WriteAllBytes(Path, File.ReadAllBytes(Path)[..length]);

        Should.Throw<InvalidDataException>(() => TextModelFile.Read(Path));
    }

    [Fact]
    public void Report_OfATrainedModel_HoldsWhatAPageDraws()
    {
        var report = Model.Facts.HeldOut;

        report.Texts.ShouldBe(200);
        report.Strangers.ShouldBe(20);
        report.Labels.Select(label => label.Label).ShouldBe(Model.Labels);
        report.Labels.Sum(label => label.Texts).ShouldBe(report.Texts);
        report.Calibration.Sum(bin => bin.Count).ShouldBe(report.Traffic);
    }
}
